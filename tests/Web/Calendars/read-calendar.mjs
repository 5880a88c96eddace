// Reads a calendar from standard input with ical.js and writes what it understood, as read-calendar.py does.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((event) => {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    Uid: value("uid"),
    Sequence: value("sequence"),
    Day: value("dtstart").toString(),
    Until: value("dtend").toString(),
    Summary: value("summary"),
    Description: value("description"),
    Url: value("url"),
    Status: value("status"),
    Stamp: value("dtstamp").toString(),
    Organizer: value("organizer"),
  };
});
process.stdout.write(JSON.stringify({ Name: calendar.getFirstPropertyValue("x-wr-calname"), Method: calendar.getFirstPropertyValue("method"), Events: events }));
