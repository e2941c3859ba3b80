"""What a process opened is its own: a child forked from it has to begin anew."""

import os
import weakref
from collections.abc import Callable


def in_each_child(begin_anew: Callable[[], None]) -> None:
    """Call an object's method in every child that is forked while the object lives."""
    method = weakref.WeakMethod(begin_anew)

    def call() -> None:
        alive = method()
        if alive is not None:
            alive()

    os.register_at_fork(after_in_child=call)
