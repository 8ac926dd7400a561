"""Search. Takes: texts, statements and names that stand. Gives: where words in any script are found, to who may read.

Never: keeps or shows anything that is not in the stages before it.
"""
