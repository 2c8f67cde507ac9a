"""python -m headwater, and the `headwater` script."""


def main() -> None:
    """Run the command line."""
    from headwater.cli.main import run  # noqa: PLC0415  keeps `python -m headwater --version` quick to fail or answer

    run()


if __name__ == "__main__":
    main()
