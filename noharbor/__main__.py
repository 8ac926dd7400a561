"""Run the command line as `python -m noharbor`."""

from noharbor.node.commands import main

if __name__ == "__main__":
    main()
