"""A label's code -> the lot, its product and its last day: right or refused, never a guess."""

from aftercare.exchange.barcode.label import Label
from aftercare.exchange.barcode.photo import LARGEST, read_photo
from aftercare.exchange.barcode.product import read_product
from aftercare.exchange.barcode.text import read_label

__all__ = ["LARGEST", "Label", "read_label", "read_photo", "read_product"]
