#!/usr/bin/python3
"""Usage: large_plan.py FILE.xlsx — an action plan of 5,000 rows in the three columns of the field, with eight sections."""
import sys

import openpyxl

DUES = ["Continue", "Hebdomadaire", "Mensuelle", "Août", "15/03/2030", None, "T2 2030", "fin juin"]

book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Plan d’action")
sheet.append(["Défis et gaps", "Actions proposées", "Échéance", "Responsable"])
for number in range(5000):
    if number % 625 == 0:
        sheet.append([f"{number // 625 + 1}. Fonction {number // 625 + 1} du plan"])
    sheet.append([f"Les partenaires de la zone {number} rendent compte avec retard", f"Former les points focaux de la zone {number} et vérifier leurs rapports",
                  DUES[number % len(DUES)], f"Organisation {number % 40}"])
book.save(sys.argv[1])
