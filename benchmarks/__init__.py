"""What the documentation claims about speed, as commands that print ratios."""
