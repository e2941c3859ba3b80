"""The smallest answer a Flask application can give: the limit that the collector is held against."""

from flask import Flask

application = Flask(__name__, static_folder=None)


@application.post("/")
@application.get("/")
def hello() -> str:
    return "hello"
