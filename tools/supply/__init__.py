"""What the project rests on: its locks, the licences of what they name, and a bill of materials."""
