#!/usr/bin/python3
"""Reads an e-mail with Python's parser and prints what a reader would see, one fact a line, for the tests.

Usage: read_mail.py FILE
"""
import email
import email.header
import email.policy
import sys


def shown(text):
    return text.replace("\\", "\\\\").replace("\r\n", "\\n").replace("\n", "\\n")


def describe(part, prefix):
    for defect in part.defects:
        print(f"{prefix}defect: {defect!r}")
    print(f"{prefix}type: {part.get_content_type()}")
    if part.is_multipart():
        for number, child in enumerate(part.iter_parts(), start=1):
            describe(child, f"{prefix}{number}.")
        return
    if part.get_filename() is not None:
        print(f"{prefix}filename: {shown(part.get_filename())}")
    if part.get_content_maintype() == "text" and not part.is_attachment():
        print(f"{prefix}content: {shown(part.get_content())}")
    else:
        print(f"{prefix}bytes: {part.get_payload(decode=True).hex()}")


with open(sys.argv[1], "rb") as file:
    raw = file.read()
print(f"longest line: {max(len(line) for line in raw.split(bytes([13, 10])))}")
print(f"bare line breaks: {raw.replace(bytes([13, 10]), b'').count(bytes([10])) + raw.replace(bytes([13, 10]), b'').count(bytes([13]))}")
print(f"eight-bit bytes: {sum(byte > 127 for byte in raw)}")
message = email.message_from_bytes(raw, policy=email.policy.default)
for name, value in message.items():
    print(f"header {name}: {shown(str(value))}")
    for defect in getattr(value, "defects", ()):
        print(f"defect in {name}: {defect!r}")
# The modern parser of Python 3.11 puts blanks between adjacent encoded words of a name (bpo-35547): ask the older one.
recipient = email.message_from_bytes(raw)["To"]
print(f"decoded To: {shown(str(email.header.make_header(email.header.decode_header(recipient))))}")
describe(message, "")
