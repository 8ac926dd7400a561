"""Access.

Takes: a member, a permission, a thing. Gives: yes or no, and why. Never: shows that a hidden thing exists.
"""
