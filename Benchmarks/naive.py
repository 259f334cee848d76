#!/usr/bin/env python3
"""The naive rival: a regular expression for numbers and a list of nouns; no meaning.

    naive.py FILE...

Prints one JSON line for each number that stands before one of the nouns: file, line, number, noun. It knows
nothing of what was counted (members or admissions), of whom, or when. Its time is what reading the text
and finding numbers costs at all.
"""
import json
import re
import sys

NOUNS = ("đảng viên|đồng chí|đ/c|người|chi bộ|đảng bộ|tổ chức đảng|tổ chức cơ sở đảng|quần chúng ưu tú|"
         "học viên|lớp|cuộc|đơn|%")
FIGURE = re.compile(r"(\d+(?:[.,]\d+)*)\s*(" + NOUNS + ")")


def main():
    write = sys.stdout.write
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                for match in FIGURE.finditer(line):
                    write(json.dumps({"file": path, "line": number, "value": match[1], "noun": match[2]},
                                     ensure_ascii=False) + "\n")


main()
