"""How much is too much. Every bound of intake stands here; the owner of a node may move the first with one variable.

No Django: the sandbox's child process reads this too.
"""

from __future__ import annotations

import os

#: Largest file that is taken in. A chat export with pictures is 50 MB; a newspaper is 20.
MAX_FILE_MB = int(os.environ.get("NOHARBOR_MAX_FILE_MB", "100"))
MAX_FILE_BYTES = MAX_FILE_MB * 1024 * 1024

#: Plain text up to this size is read without a child process, since nothing in it can do harm.
MAX_IN_PROCESS_BYTES = 2 * 1024 * 1024

#: Longest text of one source; ten times the longest report met so far.
MAX_TEXT_CHARACTERS = 10_000_000
#: Text shown for a table; its cells are kept whole beside it.
MAX_TABLE_TEXT_CHARACTERS = 500_000

MAX_TABLE_CELLS = 1_000_000
MAX_TABLE_COLUMNS = 2_000
MAX_TABLE_ROWS = 200_000
MAX_CELL_CHARACTERS = 100_000
MAX_SHEETS = 200

#: Office documents are zip files. Real ones unpack to about ten times their size, XML-heavy sheets to thirty.
MAX_PACKAGE_PARTS = 5_000
MAX_PACKAGE_BYTES = 300 * 1024 * 1024
MAX_PACKAGE_RATIO = 150
#: Below this nobody minds the ratio: a page of zeros is not an attack.
FREE_PACKAGE_BYTES = 20 * 1024 * 1024

MAX_PDF_PAGES = 5_000
#: Tables in PDF are looked for as far as this many characters reach: about 400 pages of lists.
MAX_CHARACTERS_SOUGHT_FOR_TABLES = 1_000_000

MAX_MAIL_PARTS = 500
MAX_MAIL_DEPTH = 20
MAX_ATTACHMENTS = 50
#: A letter in a letter in a letter is followed this far.
MAX_CARRIED_DEPTH = 3

#: Bounds of the child process that reads a file.
SANDBOX_ADDRESS_SPACE_BYTES = 1_536 * 1024 * 1024
SANDBOX_PROCESSOR_SECONDS = 30
SANDBOX_WALL_SECONDS = 30
SANDBOX_OUTPUT_BYTES = 256 * 1024 * 1024
