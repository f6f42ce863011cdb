"""Reads cards with an independent library (vobject) and prints them as lines of text, for the test of the writer.

    read_vcard.py FILE
"""
import sys

import vobject

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for card in vobject.readComponents(file):
        print(f"fn={card.fn.value}")
        print(f"n={card.n.value.family}")
        print("org=" + " / ".join(card.org.value))
        print(f"email={card.email.value}")
