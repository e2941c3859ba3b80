"""The smallest answer of a Flask application: the limit that the collector is held against."""

from flask import Flask

application = Flask(__name__, static_folder=None)


@application.post("/")
@application.get("/")
def hello() -> str:
    return "hello"
