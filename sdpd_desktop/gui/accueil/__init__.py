"""What a new office sees first: from which plans it starts."""
