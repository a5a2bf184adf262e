"""The vocabulary of the cockpit and its warehouse; imports none of the other rooms."""
