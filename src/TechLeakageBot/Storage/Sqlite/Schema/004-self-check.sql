-- The company's self-check, round by round. A closed round stays as it is, for good, and names none of the persons who answered.

CREATE TABLE check_round (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  opened INTEGER NOT NULL,
  closed INTEGER
) STRICT;
CREATE UNIQUE INDEX check_round_open ON check_round ((1)) WHERE closed IS NULL;

-- What each person answered last. When the round is closed the row's own number takes the person's place.
CREATE TABLE check_answer (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  round   INTEGER NOT NULL REFERENCES check_round (number),
  item    TEXT NOT NULL,
  channel TEXT NOT NULL,
  person  TEXT NOT NULL,
  answer  TEXT NOT NULL CHECK (answer IN ('Yes', 'Partly', 'No', 'NotApplicable', 'Unknown')),
  note    TEXT NOT NULL,
  link    TEXT NOT NULL,
  at      INTEGER NOT NULL,
  UNIQUE (round, item, channel, person)
) STRICT;
CREATE INDEX check_answer_person ON check_answer (channel, person);

-- What officers decided. The last one of an item counts; the others are its history.
CREATE TABLE check_settlement (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  round       INTEGER NOT NULL REFERENCES check_round (number),
  item        TEXT NOT NULL,
  answer      TEXT CHECK (answer IN ('Yes', 'Partly', 'No', 'NotApplicable', 'Unknown')),
  note        TEXT NOT NULL,
  link        TEXT NOT NULL,
  responsible TEXT NOT NULL,
  officer     TEXT NOT NULL,
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX check_settlement_item ON check_settlement (round, item, id);

CREATE TRIGGER check_round_kept BEFORE DELETE ON check_round
  BEGIN SELECT RAISE(ABORT, 'a round is kept for good'); END;
CREATE TRIGGER check_round_closed BEFORE UPDATE ON check_round WHEN OLD.closed IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
CREATE TRIGGER check_answer_added BEFORE INSERT ON check_answer WHEN (SELECT closed FROM check_round WHERE number = NEW.round) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
CREATE TRIGGER check_answer_changed BEFORE UPDATE ON check_answer WHEN (SELECT closed FROM check_round WHERE number = OLD.round) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
CREATE TRIGGER check_answer_deleted BEFORE DELETE ON check_answer WHEN (SELECT closed FROM check_round WHERE number = OLD.round) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
CREATE TRIGGER check_settlement_added BEFORE INSERT ON check_settlement WHEN (SELECT closed FROM check_round WHERE number = NEW.round) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'a closed round stays as it is'); END;
CREATE TRIGGER check_settlement_changed BEFORE UPDATE ON check_settlement
  BEGIN SELECT RAISE(ABORT, 'a settlement is never changed'); END;
CREATE TRIGGER check_settlement_deleted BEFORE DELETE ON check_settlement
  BEGIN SELECT RAISE(ABORT, 'a settlement is kept for good'); END;
