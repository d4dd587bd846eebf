"""`python -m rights_search` is the command line."""

from rights_search.cli import main

if __name__ == "__main__":
    main()
