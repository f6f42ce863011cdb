#!/usr/bin/env python3
"""Writes the migration that puts the administrative areas of Burkina Faso, Mali and Niger into every installation.

    src/geography/gazetteer/make.py FOLDER > src/geography/migrations/20261127-01-gazetteer.sql

FOLDER holds boundaries/*.topojson (OCHA COD-AB, CC BY-IGO), gazetteers/global_pcodes_adm1_2.csv (OCHA, CC BY-IGO) and
gazetteers/bfa_2025_provinces.csv, of which only names are taken as facts. docs/data.md says what is from where.
"""
import csv
import hashlib
import json
import sys
import unicodedata

NEAREST_LATIN = {"ɛ": "e", "ɔ": "o", "ŋ": "n", "ɲ": "n", "ɓ": "b", "ɗ": "d", "ƴ": "y", "ɣ": "g", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
                 "œ": "oe", "æ": "ae"}

# Burkina Faso, July 2025: provinces that took another name, and those that were divided with the communes of the new one.
BFA_RENAMED = {"Kossi": "Koosin", "Sanmatenga": "Sandbondtenga", "Oubritenga": "Bassitenga", "Soum": "Djelgodji", "Tapoa": "Gobnangou"}
BFA_DIVIDED = {"BF560301": "Karo-Peli", "BF560306": "Karo-Peli", "BF520501": "Dyamongou", "BF520503": "Dyamongou"}
# Accents that the sources dropped.
SPELLING = {"Segou": "Ségou", "Tillaberi": "Tillabéri", "Plateau Central": "Plateau-Central"}


def folded(text):
    """search_text of base/search_text.cpp; gazetteer_test.cpp compares every row."""
    result, space = "", False
    for letter in unicodedata.normalize("NFKD", text).casefold():
        if unicodedata.category(letter) in ("Mn", "Me", "Cf") or letter == ".":
            continue
        if not letter.isalnum():
            space = True
            continue
        if space and result:
            result += " "
        space = False
        result += NEAREST_LATIN.get(letter, letter)
    return result


def topology(folder, country, level):
    with open(f"{folder}/boundaries/{country.lower()}_adm{level}.topojson", encoding="utf-8") as file:
        objects = json.load(file)["objects"].values()
    found = [shape["properties"] for layer in objects for shape in layer["geometries"]]
    # A name the source lost stays unknown: the code stands for it until a COD file brings it.
    return {area[f"admin{level}Pcode"]: area[f"admin{level}Name"] or area[f"admin{level}Pcode"] for area in found}


def table(folder, name):
    with open(f"{folder}/gazetteers/{name}", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Gazetteer:
    def __init__(self):
        self.areas = []         # in the order of insertion: parents first
        self.replacements = []  # (new, old)

    def add(self, country, edition, validity, level, key, code, name, parent=None, replaces=()):
        number = int.from_bytes(hashlib.blake2b(f"{country}|{edition}|{level}|{key}".encode(), digest_size=16).digest(), "big")
        identifier = ""
        for _ in range(25):
            number, digit = divmod(number, 36)
            identifier = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + identifier
        name = SPELLING.get(name, name)
        search = folded(name) + (" " + code.lower() if code and code != name else "")
        self.areas.append((identifier, country, level, code, name, parent, edition, *validity, search))
        self.replacements += [(identifier, old) for old in replaces]
        return identifier

    def add_levels(self, country, edition, validity, levels):
        """Nested codes: a child's begins with its parent's. Gives the ids by code."""
        ids = {}
        for level, areas in enumerate(levels, 1):
            for code, name in sorted(areas.items()):
                parent = next((ids[code[:cut]] for cut in range(len(code) - 1, 2, -1) if code[:cut] in ids), None)
                if level > 1 and not parent:
                    sys.exit(f"{code} {name}: no area of a higher level has the beginning of this code")
                ids[code] = self.add(country, edition, validity, level, code, code, name, parent)
        return ids


def burkina_faso(gazetteer, folder):
    provinces_of_2025 = table(folder, "bfa_2025_provinces.csv")
    accented = {folded(row["nouvelle_province"]): row["nouvelle_province"] for row in provinces_of_2025}
    levels = [topology(folder, "BFA", level) for level in (1, 2, 3)]
    levels[1] = {code: accented.get(folded(name), name) for code, name in levels[1].items()}
    old = gazetteer.add_levels("BFA", "2020", ("2020-03-23", "2025-06-30"), levels)

    def new_province(commune):
        name = levels[1][commune[:6]]
        return BFA_DIVIDED.get(commune) or BFA_RENAMED.get(name, name)

    # Which former area gave communes to which new one; most communes first, so that the main successor is named first.
    region_of = {row["nouvelle_province"]: row["nouvelle_region"] for row in provinces_of_2025}
    origins = {}
    for commune in levels[2]:
        province = new_province(commune)
        for new, former in ((province, commune[:6]), ("region " + region_of[province], commune[:4])):
            origins.setdefault(new, {}).setdefault(former, 0)
            origins[new][former] += 1
    missing = set(region_of) - set(origins)
    if missing:
        sys.exit(f"no commune lies in {missing}")
    edition, validity = "2025", ("2025-07-01", None)
    regions, provinces = {}, {}
    for name in sorted(set(region_of.values())):
        regions[name] = gazetteer.add("BFA", edition, validity, 1, name, None, name, None, [old[code] for code in sorted(origins["region " + name])])
    for name, region in sorted(region_of.items()):
        provinces[name] = gazetteer.add("BFA", edition, validity, 2, name, None, name, regions[region], [old[code] for code in sorted(origins[name])])
    for code, name in sorted(levels[2].items()):
        province = new_province(code)
        gazetteer.add("BFA", edition, validity, 3, province + "|" + name, None, name, provinces[province], [old[code]])


def niger(gazetteer, folder):
    rows = [row for row in table(folder, "global_pcodes_adm1_2.csv") if row["Location"] == "NER"]
    levels = [{row["P-Code"]: row["Name"] for row in rows if row["Admin Level"] == level} for level in ("1", "2")]
    gazetteer.add_levels("NER", "2023", ("2023-07-25", None), levels)


def literal(value):
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


def main():
    folder = sys.argv[1]
    gazetteer = Gazetteer()
    burkina_faso(gazetteer, folder)
    gazetteer.add_levels("MLI", "2019", ("2019-08-02", None), [topology(folder, "MLI", level) for level in (1, 2, 3)])
    niger(gazetteer, folder)
    print("-- Administrative areas of Burkina Faso, Mali and Niger. Written by gazetteer/make.py; docs/data.md says what is from where.")
    print("INSERT INTO geography_area (id, country, level, p_code, name, parent, edition, valid_from, valid_to, search, version) VALUES")
    print(",\n".join("  (" + ", ".join(literal(value) for value in (*area, 1)) + ")" for area in gazetteer.areas) + ";\n")
    print("INSERT INTO geography_area_replacement (area, replaces) VALUES")
    print(",\n".join(f"  ('{new}', '{old}')" for new, old in gazetteer.replacements) + ";")


main()
