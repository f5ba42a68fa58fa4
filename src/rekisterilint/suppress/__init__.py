"""What hides a finding: comments in the file, the configuration, the baseline."""
