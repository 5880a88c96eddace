# Reads a calendar from standard input with python3-icalendar and writes what it understood, as read-calendar.mjs does.
import json
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = []
for event in calendar.walk("VEVENT"):
    if event.errors:
        sys.exit(f"{event.get('UID')}: {event.errors}")
    organizer = event.get("ORGANIZER")
    events.append({
        "Uid": str(event["UID"]),
        "Sequence": int(event["SEQUENCE"]),
        "Day": event.decoded("DTSTART").isoformat(),
        "Until": event.decoded("DTEND").isoformat(),
        "Summary": str(event["SUMMARY"]),
        "Description": str(event["DESCRIPTION"]),
        "Url": str(event["URL"]),
        "Status": str(event["STATUS"]),
        "Stamp": event.decoded("DTSTAMP").strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Organizer": str(organizer) if organizer else None,
    })
method = calendar.get("METHOD")
json.dump({"Name": str(calendar["X-WR-CALNAME"]), "Method": str(method) if method else None, "Events": events}, sys.stdout)
