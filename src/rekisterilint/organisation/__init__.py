"""An organisation's notices as a whole: details as plain values, the profile, what disagrees."""
