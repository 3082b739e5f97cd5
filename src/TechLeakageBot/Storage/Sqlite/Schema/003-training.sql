-- One row a person: what is kept of the training, and what the company's list says of the person. Times are milliseconds since
-- 1970-01-01 UTC.
CREATE TABLE trainee (
  channel    TEXT NOT NULL CHECK (length(channel) BETWEEN 1 AND 512),
  person     TEXT NOT NULL CHECK (length(person) BETWEEN 1 AND 512),
  version    INTEGER NOT NULL,
  record     TEXT NOT NULL,
  due        INTEGER,
  name       TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  site       TEXT,
  PRIMARY KEY (channel, person)
) STRICT;
CREATE INDEX trainee_due ON trainee (due) WHERE due IS NOT NULL;

-- Courses that were assigned to a site, a department or everybody on the list: who comes onto the list later gets them too.
CREATE TABLE course_assignment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  course     TEXT NOT NULL,
  site       TEXT,
  department TEXT,
  due        TEXT NOT NULL,
  at         INTEGER NOT NULL,
  officer    TEXT NOT NULL
) STRICT;
