"""The leaflet of another treatment as the sample clinic has it on paper: the editor has it."""

TITLE = "Dermaplaning"
LEAFLET = """Dermaplaning: looking after your skin

Dermaplaning takes off fine hair and dead skin with a small blade.

What to expect
Your skin may be pink and feel tight for up to 24 hours.
Small spots can come out in the first few days.

For the first 24 hours
- No make-up
- No exercise, sauna or hot bath
- Wash with lukewarm water only

Do not use retinol or acids until your skin is calm, usually after 3 days.
Keep out of the sun for 7 days and wear SPF 50 every day for at least 2 weeks.
Fruit in season does you good.

What can go wrong
Sometimes the blade leaves a small nick. Cold sores can come back.

Call us if you see pus, spreading redness or a rash.
"""
