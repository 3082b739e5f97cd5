-- Times are milliseconds since 1970-01-01 UTC. A conversation is one person in one conversation of one channel.

-- Messages that were committed, so that a redelivered one changes nothing. Kept for 30 days.
CREATE TABLE seen (
  channel      TEXT NOT NULL CHECK (length(channel) BETWEEN 1 AND 512),
  conversation TEXT NOT NULL CHECK (length(conversation) BETWEEN 1 AND 512),
  person       TEXT NOT NULL CHECK (length(person) BETWEEN 1 AND 512),
  message_id   TEXT NOT NULL CHECK (length(message_id) BETWEEN 1 AND 1024),
  at           INTEGER NOT NULL,
  PRIMARY KEY (channel, conversation, person, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_at ON seen (at);

CREATE TABLE conversation (
  channel      TEXT NOT NULL,
  person       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  version      INTEGER NOT NULL,
  state        TEXT NOT NULL,
  address      TEXT NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (channel, person, conversation)
) STRICT;

CREATE TABLE person (
  channel TEXT NOT NULL,
  person  TEXT NOT NULL,
  profile TEXT NOT NULL,
  PRIMARY KEY (channel, person)
) STRICT;

-- Effects on their way. The id is the order; it is never given twice.
CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  channel      TEXT NOT NULL,
  person       TEXT NOT NULL,
  conversation TEXT NOT NULL,
  kind         TEXT NOT NULL,
  payload      TEXT NOT NULL,
  created      INTEGER NOT NULL,
  due          INTEGER NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  set_aside    INTEGER NOT NULL DEFAULT 0,
  error        TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due) WHERE set_aside = 0;
CREATE INDEX outbox_order ON outbox (channel, person, conversation, id) WHERE set_aside = 0 AND kind <> 'alert';

-- Questions that the bot could not place, secrets masked, for the officer. Not tied to a person.
CREATE TABLE unanswered_question (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  language TEXT NOT NULL,
  question TEXT NOT NULL,
  offered  TEXT NOT NULL
) STRICT;

-- One row a turn: the kinds of its effects, never a text. The conversation is a keyed hash.
CREATE TABLE audit (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  at           INTEGER NOT NULL,
  what         TEXT NOT NULL,
  conversation BLOB NOT NULL
) STRICT;

-- Activities of conversations that no platform keeps. A forgotten one loses its json and keeps its place in the sequence.
CREATE TABLE transcript (
  conversation TEXT NOT NULL,
  sequence     INTEGER NOT NULL,
  activity_id  TEXT NOT NULL,
  json         TEXT,
  at           INTEGER NOT NULL,
  PRIMARY KEY (conversation, sequence),
  UNIQUE (conversation, activity_id)
) STRICT;

CREATE TABLE signing_key (
  name TEXT PRIMARY KEY,
  key  BLOB NOT NULL
) STRICT;
