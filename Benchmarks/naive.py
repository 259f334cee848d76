#!/usr/bin/env python3
"""The naive rival: a regular expression for numbers and a list of nouns; no meaning.

    naive.py FILE...

Prints each number that stands before one of the nouns: file, offset, number, noun. It knows nothing of
what was counted (members or admissions), of whom, or when. Its time is what reading a text and finding
numbers costs at all.
"""
import re
import sys

NOUNS = ("đảng viên|đồng chí|đ/c|người|chi bộ|đảng bộ|tổ chức đảng|tổ chức cơ sở đảng|quần chúng ưu tú|"
         "học viên|lớp|cuộc|đơn|%")
FIGURE = re.compile(r"(\d+(?:[.,]\d+)*)\s*(" + NOUNS + ")")


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        found = [f"{path}\t{one.start()}\t{one[1]}\t{one[2]}\n" for one in FIGURE.finditer(text)]
        sys.stdout.write("".join(found))


main()
