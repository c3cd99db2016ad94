"""A consent that stands up: the sealed file, its entry in the log, and the check by anybody.

What a service calls, in this order; everything but the keys is a value that it stores::

    keys = make_keys(clinic, at)                   # keys.py: once a clinic; store(keys, passphrase)
    sealer = Sealer.of(keys)                       # seal.py: kept in the process, not per file

    problems = missing(record)                     # record.py: none means that it may be sealed
    pdf = seal(make_document(record), sealer, clinic, at)                         # document.py
    entry = signed_entry(record, pdf, keys, salt)  # entry.py: salt is secrets.token_bytes(32)
    rows = log.append(store, size, entry)          # core/consent/log.py: rows to insert
    head = sign_head(keys.name, size + 1, log.root(store, size + 1), at, keys.log.sign)

    proof = prove(store, Logged(size, entry, salt), head, keys)                   # entry.py
    data = make_bundle(Bundle(pdf, canonical(record), proof))                     # bundle.py
    verdict, problems = verify(data, against=head)                                # verify.py

Other facts (a withdrawal, a publication) are logged as `evidence.Entry`, in its canonical bytes.
`entry.growth` is for somebody who holds another tree head. With a time-stamp
authority `seal` asks the network: call it outside a transaction.
"""
