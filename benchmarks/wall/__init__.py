"""The wall against an ordinary Dash page and an ordinary Streamlit page with the same figures."""
