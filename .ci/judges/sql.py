"""Lets sqlfluff parse all Redshift SQL that the product emitted: golden files and SQL as run.

Usage: sql.py FOLDER...    (every *.sql below the folders)

sqlfluff's redshift dialect has gaps. A statement that falls into a known gap is listed and counted,
never silently dropped; a known gap that no longer is one fails, so that the list stays true. What
sqlfluff misses (it accepts some SQL that Redshift refuses) is checked by rules of our own.
"""

import pathlib
import re
import sys

import sqlfluff

# Statement kinds that Redshift documents and sqlfluff 4.5.0 cannot parse, with the document.
GAPS = {
    r"^create database \S+ from integration": "r_CREATE_DATABASE.html",
    r"^alter database \S+ integration refresh": "r_ALTER_DATABASE.html",
    r"^alter table \S+ row level security": "r_ALTER_TABLE.html",
    r"^refresh materialized view \S+ (cascade|restrict)": "materialized-view-refresh-sql-command.html",
    r"^set session authorization": "r_SET_SESSION_AUTHORIZATION.html",
}
# What sqlfluff accepts although Redshift refuses it.
REFUSED = {
    r"\bcreate (unique )?index\b": "Redshift has no indexes",
    r"\bon conflict\b": "Redshift has no ON CONFLICT",
    r"\bconcurrently\b": "Redshift has no CONCURRENTLY",
    r"\bfrom mysql\b[^;]*\bschema '": "CREATE EXTERNAL SCHEMA FROM MYSQL takes no SCHEMA",
    r"\breturning\b": "Redshift has no RETURNING",
}


def statements(text):
    """Splits at semicolons that end a line: the way our files are written."""
    for part in re.split(r";[ \t]*(?:--[^\n]*)?(?:\n|$)", text):
        code = "\n".join(l for l in part.splitlines() if not l.lstrip().startswith("--")).strip()
        if code:
            yield code


def parses(code):
    try:
        sqlfluff.parse(code + ";\n", dialect="redshift")
        return True
    except sqlfluff.api.APIParsingError:
        return False


def main():
    folders = [pathlib.Path(f) for f in sys.argv[1:]]
    found = {}
    for folder in folders:
        for file in sorted(folder.rglob("*.sql")):
            for code in statements(file.read_text()):
                found.setdefault(re.sub(r"\s+", " ", code), (file, code))
    if not found:
        sys.exit("no *.sql found below " + " ".join(map(str, folders)))
    problems = []
    bad = {number for number, (_, code) in enumerate(found.values()) if not parses(code)}
    gaps = 0
    for number, (line, (file, code)) in enumerate(found.items()):
        gap = next((doc for rule, doc in GAPS.items() if re.search(rule, line, re.I)), None)
        if number in bad and gap:
            gaps += 1
            print(f"known gap ({gap}): {line[:100]}")
        elif number in bad:
            problems.append(f"{file}: sqlfluff cannot parse: {line[:400]}")
        elif gap:
            problems.append(f"{file}: no longer a gap of sqlfluff, take it off the list: {line[:100]}")
        bare = re.sub(r"'(?:[^']|'')*'", "''", line)
        for rule, why in REFUSED.items():
            if re.search(rule, bare, re.I):
                problems.append(f"{file}: {why}: {line[:200]}")
    print(f"{len(found)} different statements, {len(found) - len(bad)} parsed, {gaps} in known gaps")
    if problems:
        sys.exit("\n".join(problems))


main()
