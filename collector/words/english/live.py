"""What the desk says about going live: three ways, what to copy, and the lists that check it."""

SENTENCES = {
    "live-choose": "Whichever you begin with, you can change to another later and lose nothing.",
    "live-here": "This computer, in the shop’s network",
    "live-here-hint": (
        "For a day or a workshop: phones in the same Wi-Fi scan a code. Nothing to rent, nothing "
        "to set up. It is reached only from there, and only while this computer runs."
    ),
    "live-server": "One small server, with a certificate",
    "live-server-hint": (
        "The usual way: a small rented server, your own domain, site and collector together. "
        "About half an hour for somebody who has done such a thing before."
    ),
    "live-elsewhere": "The site on any host, the collector on its own",
    "live-elsewhere-hint": (
        "You have a web host for plain files already: the pages go there, and only what people "
        "send comes to a small server of yours."
    ),
    "live-other": "See the other ways",
    "live-no-address": (
        "The settings name no public address yet, so a made-up one stands below. Write yours:"
    ),
    "live-address": "What people type or scan",
    "live-address-hint": (
        "This computer’s address in its network as it is now. It may change when the computer "
        "joins the network anew."
    ),
    "live-no-network": (
        "This computer seems to be on no network. Join one, and load this page anew."
    ),
    "live-recipe-here-serving": "Stop the server, and start it so that the whole network may ask:",
    "live-recipe-server-settings": "Write into ideagarden.toml, and start the server again:",
    "live-recipe-server-caddy": (
        "Install Caddy, which brings the certificate by itself; as /etc/caddy/Caddyfile:"
    ),
    "live-recipe-server-service": (
        "Let it begin with the machine; as /etc/systemd/system/ideagarden.service, with the path "
        "to your ideagarden:"
    ),
    "live-recipe-elsewhere-settings": (
        "Write into ideagarden.toml, with your host’s own address behind rsync, and start the "
        "server again:"
    ),
    "live-recipe-elsewhere-caddy": (
        "On the collector’s server, in front of it, with the collector’s own domain:"
    ),
    "live-checks": "Is everything ready?",
    "live-level-ok": "Done:",
    "live-level-warning": "To do:",
    "live-level-unseen": "See for yourself:",
    "live-check-challenge": "A challenge stands on the site.",
    "live-do-challenge": "Write one first.",
    "live-check-contact": "The privacy page says how to reach you.",
    "live-do-contact": "Write it under Settings.",
    "live-check-backup": "A backup is less than two days old.",
    "live-do-backup": "Make one under Backups.",
    "live-check-owners": "There is a second owner.",
    "live-do-owners": "Let one in under People: one forgotten password then locks nobody out.",
    "live-check-key": "A copy of the secret key is kept elsewhere.",
    "live-do-key": "Under Backups stands which file that is; nobody can see from here where it is.",
    "live-check-network": "You see this page at an address that others can ask too.",
    "live-do-network": "You are on the computer itself; open the address above, best on a phone.",
    "live-check-firewall": "The computer’s firewall lets others in.",
    "live-do-firewall": "Scan the code with a phone in the same Wi-Fi; guests’ Wi-Fi often parts.",
    "live-check-asleep": "The computer does not fall asleep.",
    "live-do-asleep": "Nobody can send anything while it does.",
    "live-check-address": "The settings name the public address.",
    "live-do-address": "Write it under Settings.",
    "live-check-secure": "That address begins with https.",
    "live-do-secure": "Without a certificate others can read along, and browsers warn.",
    "live-check-asked": "This page came to you over https.",
    "live-do-asked": "Open the desk at the public address once the certificate is there.",
    "live-check-proxy": "The web server in front is trusted to name visitors’ addresses.",
    "live-do-proxy": "Without proxies = 1 all visitors count as one, and soon reach the limit.",
    "live-check-name": "The domain leads to this server.",
    "live-do-name": "At whoever sold you the domain; only others can see whether it does.",
    "live-check-service": "It begins again with the machine.",
    "live-do-service": "Restart the server once, and look whether the site is there.",
    "live-check-collector": "The settings name the collector’s address, with https.",
    "live-do-collector": "It is collector.url: where the forms are sent.",
    "live-check-listed": "The site’s address stands among those whose forms may be sent here.",
    "live-do-listed": "Write it under Settings, or every form is refused.",
    "live-check-then": "A command takes the pages to your host after each change.",
    "live-do-then": "It is publish.then; without it you copy build/live/public/ yourself.",
    "live-check-copied": "The pages on your host are the newest.",
    "live-do-copied": "Approve an idea, wait a minute, and look for it there.",
}
