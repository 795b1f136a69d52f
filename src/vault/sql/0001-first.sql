-- Schema 1, the first. A released step is never edited (V-46).
-- The vault's own tables (V-11) come first, then one table per kind of record.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB
) STRICT;

CREATE TABLE state (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  generation INTEGER NOT NULL,
  head_seq INTEGER NOT NULL,
  head_mac BLOB NOT NULL CHECK (length(head_mac) = 32),
  max_wall INTEGER NOT NULL,
  content_root BLOB NOT NULL CHECK (length(content_root) = 32),
  lease_host TEXT,
  lease_boot TEXT,
  lease_pid INTEGER,
  lease_wall INTEGER,
  erasing INTEGER NOT NULL DEFAULT 0 CHECK (erasing IN (0, 1))
) STRICT;

CREATE TABLE audit (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  wall_ms INTEGER NOT NULL,
  boot_id TEXT NOT NULL,
  boottime_ns INTEGER NOT NULL,
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  kind TEXT,
  entity TEXT,
  nonce BLOB CHECK (nonce IS NULL OR length(nonce) = 16),
  payload TEXT,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;

CREATE INDEX audit_entity ON audit (entity, seq);

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the activity log only grows');
END;

-- Erasing blanks the words, never the fact (V-80, V-81).
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
WHEN NOT (NEW.nonce IS NULL AND NEW.payload IS NULL
          AND NEW.seq IS OLD.seq AND NEW.wall_ms IS OLD.wall_ms
          AND NEW.boot_id IS OLD.boot_id AND NEW.boottime_ns IS OLD.boottime_ns
          AND NEW.actor IS OLD.actor AND NEW.act IS OLD.act
          AND NEW.kind IS OLD.kind AND NEW.entity IS OLD.entity
          AND NEW.commitment IS OLD.commitment AND NEW.mac IS OLD.mac
          AND (SELECT erasing FROM state) = 1)
BEGIN
  SELECT RAISE(ABORT, 'the activity log only grows');
END;

CREATE TABLE backup_ledger (
  id TEXT NOT NULL PRIMARY KEY,
  path TEXT NOT NULL,
  volume TEXT,
  made_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  generation INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  head_mac BLOB NOT NULL CHECK (length(head_mac) = 32),
  verified_at INTEGER,
  level TEXT NOT NULL CHECK (level IN ('none', 'quick', 'full')),
  ledger_state TEXT NOT NULL CHECK (ledger_state IN ('present', 'missing', 'deleted', 'scrubbed'))
) STRICT;

CREATE INDEX backup_ledger_made ON backup_ledger (made_at);

CREATE TABLE migration (
  version INTEGER NOT NULL PRIMARY KEY,
  applied_at INTEGER NOT NULL,
  program TEXT NOT NULL
) STRICT;

-- The kinds of record, in the order of cab_kinds.

-- The search index over notes and clients. It holds words, no text: what is
-- found is read from the record and its digest. V-44: no page of it may spill,
-- and a deleted word is gone at once.

CREATE TABLE search_row (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL,
  client_id TEXT NOT NULL
) STRICT;

CREATE INDEX search_row_client ON search_row (client_id);

CREATE VIRTUAL TABLE search USING fts5 (
  words,
  content = '',
  tokenize = "unicode61 remove_diacritics 2"
);

INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
INSERT INTO search (search, rank) VALUES ('pgsz', 3900);
