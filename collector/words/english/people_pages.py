"""What the desk says about roles, and to whom it does not open."""

SENTENCES = {
    "desk-not-yours": "Your role does not allow that. Ask an owner of the garden.",
    "desk-not-there": "There is nothing of this name here for you.",
    "desk-role-viewer": "Viewer",
    "desk-role-juror": "Juror",
    "desk-may-viewer": "see everything but personal answers",
    "desk-may-juror": "see what is to be judged: approved ideas and comments",
}
