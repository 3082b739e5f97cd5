-- Incidents are their events; everything in `incident` can be made anew from them. Times are milliseconds since 1970-01-01 UTC.

CREATE TABLE incident_event (
  number   TEXT NOT NULL,
  event    INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  salt     BLOB NOT NULL,
  PRIMARY KEY (number, event)
) STRICT;

-- One line an incident, for lists, deadlines and the way back of anonymous reporters.
CREATE TABLE incident (
  number  TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  line    TEXT NOT NULL,
  summary TEXT NOT NULL,
  opened  INTEGER NOT NULL,
  closed  INTEGER,
  due     INTEGER,
  seal    TEXT UNIQUE
) STRICT;
CREATE INDEX incident_due ON incident (due) WHERE due IS NOT NULL;

-- By what the contact of an incident can be known again.
CREATE TABLE incident_contact (
  number TEXT NOT NULL,
  kind   TEXT NOT NULL,
  hash   TEXT NOT NULL,
  PRIMARY KEY (number, kind, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_contact_hash ON incident_contact (kind, hash);

-- The highest count of each year: a purge gives no number back.
CREATE TABLE incident_count (
  year  INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;

-- The audit: each entry holds the hash of the one before. `digest` is keyed by the event's salt, so that nothing can be guessed from
-- it once the event was purged.
CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  what     TEXT NOT NULL,
  number   TEXT NOT NULL,
  event    INTEGER,
  actor    TEXT NOT NULL,
  digest   BLOB,
  hash     BLOB NOT NULL
) STRICT;
CREATE INDEX audit_entry_number ON audit_entry (number, what);

CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;
CREATE TRIGGER audit_entry_follows BEFORE INSERT ON audit_entry
  WHEN NEW.sequence IS NOT (SELECT COALESCE(MAX(sequence), 0) + 1 FROM audit_entry)
  BEGIN SELECT RAISE(ABORT, 'an audit entry follows on the newest one'); END;
CREATE TRIGGER incident_event_is_new BEFORE INSERT ON incident_event
  WHEN EXISTS (SELECT 1 FROM incident_event WHERE number = NEW.number AND event = NEW.event)
  BEGIN SELECT RAISE(ABORT, 'events are never replaced'); END;
CREATE TRIGGER incident_event_stays BEFORE UPDATE ON incident_event BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER incident_event_is_kept BEFORE DELETE ON incident_event
  WHEN NOT EXISTS (SELECT 1 FROM audit_entry WHERE number = OLD.number AND what = 'purged')
  BEGIN SELECT RAISE(ABORT, 'an event is deleted only by a purge'); END;

-- One row a turn said too much of who did what when.
DROP TABLE audit;

-- What goes one after another carries the same lane.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT '';
UPDATE outbox SET lane = CASE kind WHEN 'alert' THEN 'alert:' || id ELSE channel || char(10) || person || char(10) || conversation END;
DROP INDEX outbox_order;
CREATE INDEX outbox_lane ON outbox (lane, id) WHERE set_aside = 0;
