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
  header16 BLOB NOT NULL CHECK (length(header16) = 16),
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

-- The kinds of record, in the order of cab_kinds.

-- Practice (M-30)
CREATE TABLE practice (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  name TEXT NOT NULL CHECK (length(name) <= 200
    AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(name AS BLOB), x'00') + instr(CAST(name AS BLOB), x'EFBFBE')
      + instr(CAST(name AS BLOB), x'EFBFBF') = 0),
  address TEXT CHECK (length(CAST(address AS BLOB)) <= 4194304
    AND address NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(address AS BLOB), x'00') + instr(CAST(address AS BLOB), x'EFBFBE')
      + instr(CAST(address AS BLOB), x'EFBFBF') = 0),
  opening_hours TEXT CHECK (length(CAST(opening_hours AS BLOB)) <= 4194304
    AND opening_hours NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(opening_hours AS BLOB), x'00') + instr(CAST(opening_hours AS BLOB), x'EFBFBE')
      + instr(CAST(opening_hours AS BLOB), x'EFBFBF') = 0),
  legal_name TEXT CHECK (length(legal_name) <= 200
    AND legal_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(legal_name AS BLOB), x'00') + instr(CAST(legal_name AS BLOB), x'EFBFBE')
      + instr(CAST(legal_name AS BLOB), x'EFBFBF') = 0),
  website TEXT CHECK (length(website) <= 200
    AND website NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(website AS BLOB), x'00') + instr(CAST(website AS BLOB), x'EFBFBE')
      + instr(CAST(website AS BLOB), x'EFBFBF') = 0),
  phone TEXT CHECK (length(phone) <= 200
    AND phone NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(phone AS BLOB), x'00') + instr(CAST(phone AS BLOB), x'EFBFBE')
      + instr(CAST(phone AS BLOB), x'EFBFBF') = 0),
  email TEXT CHECK (length(email) <= 200
    AND email NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(email AS BLOB), x'00') + instr(CAST(email AS BLOB), x'EFBFBE')
      + instr(CAST(email AS BLOB), x'EFBFBF') = 0),
  authority_name TEXT CHECK (length(authority_name) <= 200
    AND authority_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(authority_name AS BLOB), x'00')
      + instr(CAST(authority_name AS BLOB), x'EFBFBE')
      + instr(CAST(authority_name AS BLOB), x'EFBFBF') = 0),
  authority_contact TEXT CHECK (length(authority_contact) <= 200
    AND authority_contact NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(authority_contact AS BLOB), x'00')
      + instr(CAST(authority_contact AS BLOB), x'EFBFBE')
      + instr(CAST(authority_contact AS BLOB), x'EFBFBF') = 0),
  dpo_contact TEXT CHECK (length(dpo_contact) <= 200
    AND dpo_contact NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(dpo_contact AS BLOB), x'00') + instr(CAST(dpo_contact AS BLOB), x'EFBFBE')
      + instr(CAST(dpo_contact AS BLOB), x'EFBFBF') = 0),
  jurisdiction TEXT NOT NULL CHECK (jurisdiction IN ('uk', 'eu', 'us-hipaa', 'us-other', 'other')),
  clock_preset TEXT NOT NULL CHECK (clock_preset IN ('one-month', '45-days', '30-days')),
  locale TEXT NOT NULL CHECK (length(locale) <= 35
    AND locale NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(locale AS BLOB), x'00') + instr(CAST(locale AS BLOB), x'EFBFBE')
      + instr(CAST(locale AS BLOB), x'EFBFBF') = 0),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  zone TEXT NOT NULL CHECK (length(zone) <= 64
    AND zone NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(zone AS BLOB), x'00') + instr(CAST(zone AS BLOB), x'EFBFBE')
      + instr(CAST(zone AS BLOB), x'EFBFBF') = 0),
  word_for_client TEXT NOT NULL CHECK (length(word_for_client) <= 40
    AND word_for_client NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(word_for_client AS BLOB), x'00')
      + instr(CAST(word_for_client AS BLOB), x'EFBFBE')
      + instr(CAST(word_for_client AS BLOB), x'EFBFBF') = 0),
  session_minutes INTEGER NOT NULL CHECK (session_minutes BETWEEN 5 AND 1440),
  note_due_hours INTEGER NOT NULL CHECK (note_due_hours BETWEEN 1 AND 720),
  adult_age INTEGER NOT NULL CHECK (adult_age BETWEEN 14 AND 25),
  lock_minutes INTEGER NOT NULL CHECK (lock_minutes BETWEEN 1 AND 60),
  backup_days INTEGER NOT NULL CHECK (backup_days BETWEEN 7 AND 365),
  unlock_policy TEXT NOT NULL CHECK (unlock_policy IN ('never', 'within-hours', 'always')),
  unlock_hours INTEGER NOT NULL CHECK (unlock_hours BETWEEN 1 AND 168),
  self_reviewed_on TEXT CHECK (self_reviewed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  holiday_set TEXT CHECK (length(holiday_set) <= 40
    AND holiday_set NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(holiday_set AS BLOB), x'00') + instr(CAST(holiday_set AS BLOB), x'EFBFBE')
      + instr(CAST(holiday_set AS BLOB), x'EFBFBF') = 0),
  complaint_contact TEXT CHECK (length(complaint_contact) <= 200
    AND complaint_contact NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(complaint_contact AS BLOB), x'00')
      + instr(CAST(complaint_contact AS BLOB), x'EFBFBE')
      + instr(CAST(complaint_contact AS BLOB), x'EFBFBF') = 0),
  extra_clocks TEXT CHECK (length(extra_clocks) <= 200
    AND extra_clocks NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(extra_clocks AS BLOB), x'00') + instr(CAST(extra_clocks AS BLOB), x'EFBFBE')
      + instr(CAST(extra_clocks AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX practice_created_by_id ON practice (created_by_id);
CREATE INDEX practice_modified_by_id ON practice (modified_by_id);

-- Clinician (M-31)
CREATE TABLE clinician (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  display_name TEXT NOT NULL CHECK (length(display_name) <= 200
    AND display_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(display_name AS BLOB), x'00') + instr(CAST(display_name AS BLOB), x'EFBFBE')
      + instr(CAST(display_name AS BLOB), x'EFBFBF') = 0),
  title TEXT CHECK (length(CAST(title AS BLOB)) <= 4194304
    AND title NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(title AS BLOB), x'00') + instr(CAST(title AS BLOB), x'EFBFBE')
      + instr(CAST(title AS BLOB), x'EFBFBF') = 0),
  qualifications TEXT CHECK (length(CAST(qualifications AS BLOB)) <= 4194304
    AND qualifications NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(qualifications AS BLOB), x'00')
      + instr(CAST(qualifications AS BLOB), x'EFBFBE')
      + instr(CAST(qualifications AS BLOB), x'EFBFBF') = 0),
  biography TEXT CHECK (length(CAST(biography AS BLOB)) <= 4194304
    AND biography NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(biography AS BLOB), x'00') + instr(CAST(biography AS BLOB), x'EFBFBE')
      + instr(CAST(biography AS BLOB), x'EFBFBF') = 0),
  specialties TEXT CHECK (length(CAST(specialties AS BLOB)) <= 4194304
    AND specialties NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(specialties AS BLOB), x'00') + instr(CAST(specialties AS BLOB), x'EFBFBE')
      + instr(CAST(specialties AS BLOB), x'EFBFBF') = 0),
  education TEXT CHECK (length(CAST(education AS BLOB)) <= 4194304
    AND education NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(education AS BLOB), x'00') + instr(CAST(education AS BLOB), x'EFBFBE')
      + instr(CAST(education AS BLOB), x'EFBFBF') = 0),
  profession TEXT NOT NULL
    CHECK (profession IN ('counsellor', 'psychotherapist', 'practitioner-psychologist',
      'arts-therapist', 'child-psychotherapist', 'medical', 'nurse', 'social-worker', 'other')),
  registration_body TEXT CHECK (length(registration_body) <= 200
    AND registration_body NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(registration_body AS BLOB), x'00')
      + instr(CAST(registration_body AS BLOB), x'EFBFBE')
      + instr(CAST(registration_body AS BLOB), x'EFBFBF') = 0),
  registration_number TEXT CHECK (length(registration_number) <= 200
    AND registration_number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(registration_number AS BLOB), x'00')
      + instr(CAST(registration_number AS BLOB), x'EFBFBE')
      + instr(CAST(registration_number AS BLOB), x'EFBFBF') = 0),
  insurer TEXT CHECK (length(insurer) <= 200
    AND insurer NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(insurer AS BLOB), x'00') + instr(CAST(insurer AS BLOB), x'EFBFBE')
      + instr(CAST(insurer AS BLOB), x'EFBFBF') = 0),
  policy_number TEXT CHECK (length(policy_number) <= 200
    AND policy_number NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(policy_number AS BLOB), x'00') + instr(CAST(policy_number AS BLOB), x'EFBFBE')
      + instr(CAST(policy_number AS BLOB), x'EFBFBF') = 0),
  registration_until TEXT
    CHECK (registration_until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  insurance_until TEXT CHECK (insurance_until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  languages TEXT CHECK (length(languages) <= 200
    AND languages NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(languages AS BLOB), x'00') + instr(CAST(languages AS BLOB), x'EFBFBE')
      + instr(CAST(languages AS BLOB), x'EFBFBF') = 0),
  active INTEGER CHECK (active IN (0, 1)),
  signature_image TEXT REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX clinician_created_by_id ON clinician (created_by_id);
CREATE INDEX clinician_modified_by_id ON clinician (modified_by_id);
CREATE INDEX clinician_signature_image ON clinician (signature_image)
  WHERE signature_image IS NOT NULL;

-- Client (M-32)
CREATE TABLE client (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  reference TEXT NOT NULL UNIQUE CHECK (length(reference) <= 64
    AND reference NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(reference AS BLOB), x'00') + instr(CAST(reference AS BLOB), x'EFBFBE')
      + instr(CAST(reference AS BLOB), x'EFBFBF') = 0),
  client_kind TEXT NOT NULL CHECK (client_kind IN ('person', 'couple', 'family', 'group')),
  preferred_name TEXT CHECK (length(preferred_name) <= 200
    AND preferred_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(preferred_name AS BLOB), x'00')
      + instr(CAST(preferred_name AS BLOB), x'EFBFBE')
      + instr(CAST(preferred_name AS BLOB), x'EFBFBF') = 0),
  given_name TEXT CHECK (length(given_name) <= 200
    AND given_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(given_name AS BLOB), x'00') + instr(CAST(given_name AS BLOB), x'EFBFBE')
      + instr(CAST(given_name AS BLOB), x'EFBFBF') = 0),
  family_name TEXT CHECK (length(family_name) <= 200
    AND family_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(family_name AS BLOB), x'00') + instr(CAST(family_name AS BLOB), x'EFBFBE')
      + instr(CAST(family_name AS BLOB), x'EFBFBF') = 0),
  former_name TEXT CHECK (length(former_name) <= 200
    AND former_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(former_name AS BLOB), x'00') + instr(CAST(former_name AS BLOB), x'EFBFBE')
      + instr(CAST(former_name AS BLOB), x'EFBFBF') = 0),
  pronouns TEXT CHECK (length(pronouns) <= 60
    AND pronouns NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(pronouns AS BLOB), x'00') + instr(CAST(pronouns AS BLOB), x'EFBFBE')
      + instr(CAST(pronouns AS BLOB), x'EFBFBF') = 0),
  gender TEXT CHECK (length(gender) <= 60
    AND gender NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(gender AS BLOB), x'00') + instr(CAST(gender AS BLOB), x'EFBFBE')
      + instr(CAST(gender AS BLOB), x'EFBFBF') = 0),
  date_of_birth TEXT
    CHECK (date_of_birth GLOB
      '[12][0-9][0-9][0-9]' OR date_of_birth GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
    OR date_of_birth GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  nationality TEXT CHECK (length(nationality) <= 200
    AND nationality NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(nationality AS BLOB), x'00') + instr(CAST(nationality AS BLOB), x'EFBFBE')
      + instr(CAST(nationality AS BLOB), x'EFBFBF') = 0),
  first_language TEXT CHECK (length(first_language) <= 200
    AND first_language NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(first_language AS BLOB), x'00')
      + instr(CAST(first_language AS BLOB), x'EFBFBE')
      + instr(CAST(first_language AS BLOB), x'EFBFBF') = 0),
  relationship_status TEXT CHECK (length(relationship_status) <= 200
    AND relationship_status NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(relationship_status AS BLOB), x'00')
      + instr(CAST(relationship_status AS BLOB), x'EFBFBE')
      + instr(CAST(relationship_status AS BLOB), x'EFBFBF') = 0),
  occupation TEXT CHECK (length(occupation) <= 200
    AND occupation NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(occupation AS BLOB), x'00') + instr(CAST(occupation AS BLOB), x'EFBFBE')
      + instr(CAST(occupation AS BLOB), x'EFBFBF') = 0),
  education TEXT CHECK (length(education) <= 200
    AND education NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(education AS BLOB), x'00') + instr(CAST(education AS BLOB), x'EFBFBE')
      + instr(CAST(education AS BLOB), x'EFBFBF') = 0),
  location TEXT CHECK (length(location) <= 200
    AND location NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(location AS BLOB), x'00') + instr(CAST(location AS BLOB), x'EFBFBE')
      + instr(CAST(location AS BLOB), x'EFBFBF') = 0),
  ethnicity TEXT CHECK (length(ethnicity) <= 200
    AND ethnicity NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(ethnicity AS BLOB), x'00') + instr(CAST(ethnicity AS BLOB), x'EFBFBE')
      + instr(CAST(ethnicity AS BLOB), x'EFBFBF') = 0),
  religion TEXT CHECK (length(religion) <= 200
    AND religion NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(religion AS BLOB), x'00') + instr(CAST(religion AS BLOB), x'EFBFBE')
      + instr(CAST(religion AS BLOB), x'EFBFBF') = 0),
  sexual_orientation TEXT CHECK (length(sexual_orientation) <= 200
    AND sexual_orientation NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(sexual_orientation AS BLOB), x'00')
      + instr(CAST(sexual_orientation AS BLOB), x'EFBFBE')
      + instr(CAST(sexual_orientation AS BLOB), x'EFBFBF') = 0),
  access_needs TEXT CHECK (length(access_needs) <= 200
    AND access_needs NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(access_needs AS BLOB), x'00') + instr(CAST(access_needs AS BLOB), x'EFBFBE')
      + instr(CAST(access_needs AS BLOB), x'EFBFBF') = 0),
  health_id TEXT CHECK (length(health_id) <= 200
    AND health_id NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(health_id AS BLOB), x'00') + instr(CAST(health_id AS BLOB), x'EFBFBE')
      + instr(CAST(health_id AS BLOB), x'EFBFBF') = 0),
  declined TEXT CHECK (length(declined) <= 1000 AND declined NOT GLOB '*[^a-z0-9_ -]*'),
  address_line_1 TEXT CHECK (length(address_line_1) <= 200
    AND address_line_1 NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(address_line_1 AS BLOB), x'00')
      + instr(CAST(address_line_1 AS BLOB), x'EFBFBE')
      + instr(CAST(address_line_1 AS BLOB), x'EFBFBF') = 0),
  address_line_2 TEXT CHECK (length(address_line_2) <= 200
    AND address_line_2 NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(address_line_2 AS BLOB), x'00')
      + instr(CAST(address_line_2 AS BLOB), x'EFBFBE')
      + instr(CAST(address_line_2 AS BLOB), x'EFBFBF') = 0),
  city TEXT CHECK (length(city) <= 200
    AND city NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(city AS BLOB), x'00') + instr(CAST(city AS BLOB), x'EFBFBE')
      + instr(CAST(city AS BLOB), x'EFBFBF') = 0),
  region TEXT CHECK (length(region) <= 200
    AND region NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(region AS BLOB), x'00') + instr(CAST(region AS BLOB), x'EFBFBE')
      + instr(CAST(region AS BLOB), x'EFBFBF') = 0),
  postcode TEXT CHECK (length(postcode) <= 200
    AND postcode NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(postcode AS BLOB), x'00') + instr(CAST(postcode AS BLOB), x'EFBFBE')
      + instr(CAST(postcode AS BLOB), x'EFBFBF') = 0),
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  phone TEXT CHECK (length(phone) <= 200
    AND phone NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(phone AS BLOB), x'00') + instr(CAST(phone AS BLOB), x'EFBFBE')
      + instr(CAST(phone AS BLOB), x'EFBFBF') = 0),
  phone_2 TEXT CHECK (length(phone_2) <= 200
    AND phone_2 NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(phone_2 AS BLOB), x'00') + instr(CAST(phone_2 AS BLOB), x'EFBFBE')
      + instr(CAST(phone_2 AS BLOB), x'EFBFBF') = 0),
  email TEXT CHECK (length(email) <= 200
    AND email NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(email AS BLOB), x'00') + instr(CAST(email AS BLOB), x'EFBFBE')
      + instr(CAST(email AS BLOB), x'EFBFBF') = 0),
  allow_email TEXT NOT NULL CHECK (allow_email IN ('yes', 'no', 'ask', 'not-asked')),
  allow_text TEXT NOT NULL CHECK (allow_text IN ('yes', 'no', 'ask', 'not-asked')),
  allow_phone TEXT NOT NULL CHECK (allow_phone IN ('yes', 'no', 'ask', 'not-asked')),
  allow_voicemail TEXT NOT NULL CHECK (allow_voicemail IN ('yes', 'no', 'ask', 'not-asked')),
  allow_letter TEXT NOT NULL CHECK (allow_letter IN ('yes', 'no', 'ask', 'not-asked')),
  voicemail_wording TEXT CHECK (length(voicemail_wording) <= 200
    AND voicemail_wording NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(voicemail_wording AS BLOB), x'00')
      + instr(CAST(voicemail_wording AS BLOB), x'EFBFBE')
      + instr(CAST(voicemail_wording AS BLOB), x'EFBFBF') = 0),
  contact_note TEXT CHECK (length(CAST(contact_note AS BLOB)) <= 4194304
    AND contact_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(contact_note AS BLOB), x'00') + instr(CAST(contact_note AS BLOB), x'EFBFBE')
      + instr(CAST(contact_note AS BLOB), x'EFBFBF') = 0),
  quiet_from TEXT CHECK (quiet_from GLOB '[0-2][0-9]:[0-5][0-9]'),
  quiet_to TEXT CHECK (quiet_to GLOB '[0-2][0-9]:[0-5][0-9]'),
  quiet_days TEXT CHECK (length(quiet_days) <= 1000 AND quiet_days NOT GLOB '*[^a-z0-9_ -]*'),
  status TEXT NOT NULL
    CHECK (status IN ('enquiry', 'waiting', 'active', 'paused', 'discharged', 'archived')),
  status_since TEXT NOT NULL CHECK (status_since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  started_on TEXT CHECK (started_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  end_reason TEXT
    CHECK (end_reason IN ('completed', 'agreed', 'client-left', 'referred-on', 'died', 'other')),
  last_contact_on TEXT CHECK (last_contact_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  referral_contact_id TEXT REFERENCES contact (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  referred_on TEXT CHECK (referred_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  presenting TEXT CHECK (length(CAST(presenting AS BLOB)) <= 4194304
    AND presenting NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(presenting AS BLOB), x'00') + instr(CAST(presenting AS BLOB), x'EFBFBE')
      + instr(CAST(presenting AS BLOB), x'EFBFBF') = 0),
  waiting_since TEXT CHECK (waiting_since GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  availability TEXT CHECK (length(CAST(availability AS BLOB)) <= 4194304
    AND availability NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(availability AS BLOB), x'00') + instr(CAST(availability AS BLOB), x'EFBFBE')
      + instr(CAST(availability AS BLOB), x'EFBFBF') = 0),
  guardian_initiated INTEGER CHECK (guardian_initiated IN (0, 1)),
  competence_note TEXT CHECK (length(CAST(competence_note AS BLOB)) <= 4194304
    AND competence_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(competence_note AS BLOB), x'00')
      + instr(CAST(competence_note AS BLOB), x'EFBFBE')
      + instr(CAST(competence_note AS BLOB), x'EFBFBF') = 0),
  restricted INTEGER CHECK (restricted IN (0, 1)),
  restricted_on TEXT CHECK (restricted_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  restriction_ground TEXT
    CHECK (restriction_ground IN ('accuracy-contested', 'unlawful', 'legal-claims',
      'objection-pending', 'asked')),
  restriction_note TEXT CHECK (length(CAST(restriction_note AS BLOB)) <= 4194304
    AND restriction_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(restriction_note AS BLOB), x'00')
      + instr(CAST(restriction_note AS BLOB), x'EFBFBE')
      + instr(CAST(restriction_note AS BLOB), x'EFBFBF') = 0),
  details_confirmed_on TEXT
    CHECK (details_confirmed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  died_on TEXT
    CHECK (died_on GLOB '[12][0-9][0-9][0-9]' OR died_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
    OR died_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  CHECK (restricted IS NOT 1 OR (restricted_on IS NOT NULL AND restriction_ground IS NOT NULL)),
  CHECK (status <> 'discharged' OR (ended_on IS NOT NULL AND end_reason IS NOT NULL))
) STRICT;

CREATE INDEX client_created_by_id ON client (created_by_id);
CREATE INDEX client_modified_by_id ON client (modified_by_id);
CREATE INDEX client_trashed_at ON client (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX client_referral_contact_id ON client (referral_contact_id)
  WHERE referral_contact_id IS NOT NULL;
CREATE INDEX client_family_name ON client (family_name, given_name, id);
CREATE INDEX client_status ON client (status, id);

-- Contact (M-33)
CREATE TABLE contact (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  contact_kind TEXT NOT NULL CHECK (contact_kind IN ('person', 'organisation')),
  given_name TEXT CHECK (length(given_name) <= 200
    AND given_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(given_name AS BLOB), x'00') + instr(CAST(given_name AS BLOB), x'EFBFBE')
      + instr(CAST(given_name AS BLOB), x'EFBFBF') = 0),
  family_name TEXT CHECK (length(family_name) <= 200
    AND family_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(family_name AS BLOB), x'00') + instr(CAST(family_name AS BLOB), x'EFBFBE')
      + instr(CAST(family_name AS BLOB), x'EFBFBF') = 0),
  organisation TEXT CHECK (length(organisation) <= 200
    AND organisation NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(organisation AS BLOB), x'00') + instr(CAST(organisation AS BLOB), x'EFBFBE')
      + instr(CAST(organisation AS BLOB), x'EFBFBF') = 0),
  profession TEXT CHECK (length(profession) <= 200
    AND profession NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(profession AS BLOB), x'00') + instr(CAST(profession AS BLOB), x'EFBFBE')
      + instr(CAST(profession AS BLOB), x'EFBFBF') = 0),
  phone TEXT CHECK (length(phone) <= 200
    AND phone NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(phone AS BLOB), x'00') + instr(CAST(phone AS BLOB), x'EFBFBE')
      + instr(CAST(phone AS BLOB), x'EFBFBF') = 0),
  email TEXT CHECK (length(email) <= 200
    AND email NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(email AS BLOB), x'00') + instr(CAST(email AS BLOB), x'EFBFBE')
      + instr(CAST(email AS BLOB), x'EFBFBF') = 0),
  address TEXT CHECK (length(address) <= 200
    AND address NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(address AS BLOB), x'00') + instr(CAST(address AS BLOB), x'EFBFBE')
      + instr(CAST(address AS BLOB), x'EFBFBF') = 0),
  country TEXT CHECK (country GLOB '[A-Z][A-Z]'),
  agreement_on TEXT CHECK (agreement_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  contact_note TEXT CHECK (length(CAST(contact_note AS BLOB)) <= 4194304
    AND contact_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(contact_note AS BLOB), x'00') + instr(CAST(contact_note AS BLOB), x'EFBFBE')
      + instr(CAST(contact_note AS BLOB), x'EFBFBF') = 0),
  CHECK (family_name IS NOT NULL OR given_name IS NOT NULL OR organisation IS NOT NULL)
) STRICT;

CREATE INDEX contact_created_by_id ON contact (created_by_id);
CREATE INDEX contact_modified_by_id ON contact (modified_by_id);
CREATE INDEX contact_trashed_at ON contact (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX contact_family_name ON contact (family_name, given_name, id);

-- Link to a contact (M-34)
CREATE TABLE client_contact (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  contact_id TEXT NOT NULL REFERENCES contact (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL
    CHECK (role IN ('guardian', 'emergency', 'gp', 'referrer', 'payer', 'other-professional',
      'partner', 'family')),
  relationship TEXT CHECK (length(relationship) <= 200
    AND relationship NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(relationship AS BLOB), x'00') + instr(CAST(relationship AS BLOB), x'EFBFBE')
      + instr(CAST(relationship AS BLOB), x'EFBFBF') = 0),
  authority TEXT
    CHECK (authority IN ('none', 'parental-responsibility', 'legal-guardian', 'court-deputy',
      'attorney', 'estate')),
  authority_evidence_id TEXT REFERENCES attachment (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  order_note TEXT CHECK (length(CAST(order_note AS BLOB)) <= 4194304
    AND order_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(order_note AS BLOB), x'00') + instr(CAST(order_note AS BLOB), x'EFBFBE')
      + instr(CAST(order_note AS BLOB), x'EFBFBF') = 0),
  may_be_told TEXT CHECK (length(may_be_told) <= 1000 AND may_be_told NOT GLOB '*[^a-z0-9_ -]*'),
  contact_consent_id TEXT REFERENCES consent_event (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  valid_from TEXT CHECK (valid_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  valid_to TEXT CHECK (valid_to GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_to >= valid_from),
  CHECK (role <> 'guardian' OR authority IS NOT NULL)
) STRICT;

CREATE INDEX client_contact_created_by_id ON client_contact (created_by_id);
CREATE INDEX client_contact_modified_by_id ON client_contact (modified_by_id);
CREATE INDEX client_contact_trashed_at ON client_contact (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX client_contact_client_id ON client_contact (client_id);
CREATE INDEX client_contact_contact_id ON client_contact (contact_id);
CREATE INDEX client_contact_authority_evidence_id ON client_contact (authority_evidence_id)
  WHERE authority_evidence_id IS NOT NULL;
CREATE INDEX client_contact_contact_consent_id ON client_contact (contact_consent_id)
  WHERE contact_consent_id IS NOT NULL;

-- Condition (M-35)
CREATE TABLE condition (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL CHECK (length(label) <= 200
    AND label NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(label AS BLOB), x'00') + instr(CAST(label AS BLOB), x'EFBFBE')
      + instr(CAST(label AS BLOB), x'EFBFBF') = 0),
  code_system TEXT CHECK (code_system IN ('icd-11', 'icd-10', 'dsm-5-tr', 'snomed', 'none')),
  condition_code TEXT CHECK (length(condition_code) <= 20
    AND condition_code NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(condition_code AS BLOB), x'00')
      + instr(CAST(condition_code AS BLOB), x'EFBFBE')
      + instr(CAST(condition_code AS BLOB), x'EFBFBF') = 0),
  diagnosed_on TEXT
    CHECK (diagnosed_on GLOB
      '[12][0-9][0-9][0-9]' OR diagnosed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
    OR diagnosed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  onset TEXT CHECK (onset GLOB '[12][0-9][0-9][0-9]' OR onset GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
    OR onset GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  diagnosed_by TEXT CHECK (length(diagnosed_by) <= 200
    AND diagnosed_by NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(diagnosed_by AS BLOB), x'00') + instr(CAST(diagnosed_by AS BLOB), x'EFBFBE')
      + instr(CAST(diagnosed_by AS BLOB), x'EFBFBF') = 0),
  certainty TEXT NOT NULL
    CHECK (certainty IN ('provisional', 'confirmed', 'refuted', 'historical')),
  condition_status TEXT NOT NULL CHECK (condition_status IN ('active', 'remission', 'resolved')),
  ended_on TEXT
    CHECK (ended_on GLOB '[12][0-9][0-9][0-9]' OR ended_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
    OR ended_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  condition_note TEXT CHECK (length(CAST(condition_note AS BLOB)) <= 4194304
    AND condition_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(condition_note AS BLOB), x'00')
      + instr(CAST(condition_note AS BLOB), x'EFBFBE')
      + instr(CAST(condition_note AS BLOB), x'EFBFBF') = 0),
  CHECK (condition_code IS NULL OR (code_system IS NOT NULL AND code_system <> 'none'))
) STRICT;

CREATE INDEX condition_created_by_id ON condition (created_by_id);
CREATE INDEX condition_modified_by_id ON condition (modified_by_id);
CREATE INDEX condition_trashed_at ON condition (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX condition_client_id ON condition (client_id);

-- Note (M-36)
CREATE TABLE note (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  note_kind TEXT NOT NULL
    CHECK (note_kind IN ('session', 'contact', 'collateral', 'risk', 'supervision', 'letter')),
  held_on TEXT NOT NULL
    CHECK (held_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  held_on_zone TEXT NOT NULL
    CHECK (length(held_on_zone) BETWEEN 1 AND 64 AND held_on_zone NOT GLOB '*[^A-Za-z0-9_+/-]*'),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  medium TEXT CHECK (medium IN ('room', 'video', 'phone', 'text', 'home', 'other')),
  with_contact_id TEXT REFERENCES contact (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  current_version_id TEXT REFERENCES note_version (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  next_time TEXT CHECK (length(CAST(next_time AS BLOB)) <= 4194304
    AND next_time NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(next_time AS BLOB), x'00') + instr(CAST(next_time AS BLOB), x'EFBFBE')
      + instr(CAST(next_time AS BLOB), x'EFBFBF') = 0),
  next_time_done INTEGER CHECK (next_time_done IN (0, 1))
) STRICT;

CREATE INDEX note_created_by_id ON note (created_by_id);
CREATE INDEX note_modified_by_id ON note (modified_by_id);
CREATE INDEX note_trashed_at ON note (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX note_with_contact_id ON note (with_contact_id) WHERE with_contact_id IS NOT NULL;
CREATE INDEX note_current_version_id ON note (current_version_id)
  WHERE current_version_id IS NOT NULL;
CREATE INDEX note_held_on ON note (client_id, held_on);
-- What needs attention (M-97): short lists out of long tables.
CREATE INDEX note_unsigned ON note (client_id, held_on)
  WHERE state = 'draft' AND trashed_at IS NULL;

-- Note version (M-37)
CREATE TABLE note_version (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  note_id TEXT NOT NULL REFERENCES note (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 4194304
    AND text NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(text AS BLOB), x'00') + instr(CAST(text AS BLOB), x'EFBFBE')
      + instr(CAST(text AS BLOB), x'EFBFBF') = 0),
  held_on TEXT NOT NULL
    CHECK (held_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  held_on_zone TEXT NOT NULL
    CHECK (length(held_on_zone) BETWEEN 1 AND 64 AND held_on_zone NOT GLOB '*[^A-Za-z0-9_+/-]*'),
  cut_because TEXT NOT NULL
    CHECK (cut_because IN ('sign', 'leave', 'idle', 'lock', 'import', 'unlock')),
  previous_digest TEXT
    CHECK (length(previous_digest) = 128 AND previous_digest NOT GLOB '*[^0-9a-f]*'),
  digest TEXT NOT NULL CHECK (length(digest) = 128 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (note_id, number)
) STRICT;

CREATE INDEX note_version_created_by_id ON note_version (created_by_id);
CREATE INDEX note_version_modified_by_id ON note_version (modified_by_id);

CREATE TRIGGER note_version_no_update BEFORE UPDATE ON note_version
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.note_id, NEW.number, NEW.text, NEW.held_on,
          NEW.held_on_zone, NEW.cut_because, NEW.previous_digest, NEW.digest)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.note_id, OLD.number, OLD.text, OLD.held_on,
          OLD.held_on_zone, OLD.cut_because, OLD.previous_digest, OLD.digest)
BEGIN
  SELECT RAISE(ABORT, 'a note version cannot be changed');
END;

CREATE TRIGGER note_version_no_delete BEFORE DELETE ON note_version
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a note version cannot be deleted');
END;

-- Signature (M-38)
CREATE TABLE signature (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  signed_kind TEXT NOT NULL
    CHECK (signed_kind IN ('note-version', 'process-note-version', 'addendum')),
  signed_id TEXT NOT NULL CHECK (length(signed_id) = 36
    AND signed_id NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(signed_id AS BLOB), x'00') + instr(CAST(signed_id AS BLOB), x'EFBFBE')
      + instr(CAST(signed_id AS BLOB), x'EFBFBF') = 0),
  signer_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  signed_at TEXT NOT NULL
    CHECK (signed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  signed_digest TEXT NOT NULL
    CHECK (length(signed_digest) = 128 AND signed_digest NOT GLOB '*[^0-9a-f]*'),
  statement TEXT NOT NULL CHECK (length(statement) <= 200
    AND statement NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(statement AS BLOB), x'00') + instr(CAST(statement AS BLOB), x'EFBFBE')
      + instr(CAST(statement AS BLOB), x'EFBFBF') = 0),
  image TEXT REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX signature_created_by_id ON signature (created_by_id);
CREATE INDEX signature_modified_by_id ON signature (modified_by_id);
CREATE INDEX signature_signer_id ON signature (signer_id);
CREATE INDEX signature_image ON signature (image) WHERE image IS NOT NULL;
CREATE INDEX signature_signed_id ON signature (signed_id);

CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.signed_kind, NEW.signed_id, NEW.signer_id,
          NEW.signed_at, NEW.signed_digest, NEW.statement, NEW.image)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.signed_kind, OLD.signed_id, OLD.signer_id,
          OLD.signed_at, OLD.signed_digest, OLD.statement, OLD.image)
BEGIN
  SELECT RAISE(ABORT, 'a signature cannot be changed');
END;

CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a signature cannot be deleted');
END;

-- Addendum (M-39)
CREATE TABLE addendum (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  note_id TEXT NOT NULL REFERENCES note (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  addendum_kind TEXT NOT NULL
    CHECK (addendum_kind IN ('addition', 'correction', 'late-entry', 'client-statement')),
  text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 4194304
    AND text NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(text AS BLOB), x'00') + instr(CAST(text AS BLOB), x'EFBFBE')
      + instr(CAST(text AS BLOB), x'EFBFBF') = 0),
  reason TEXT NOT NULL CHECK (length(reason) <= 200
    AND reason NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(reason AS BLOB), x'00') + instr(CAST(reason AS BLOB), x'EFBFBE')
      + instr(CAST(reason AS BLOB), x'EFBFBF') = 0),
  previous_digest TEXT
    CHECK (length(previous_digest) = 128 AND previous_digest NOT GLOB '*[^0-9a-f]*'),
  digest TEXT CHECK (length(digest) = 128 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX addendum_created_by_id ON addendum (created_by_id);
CREATE INDEX addendum_modified_by_id ON addendum (modified_by_id);
CREATE INDEX addendum_trashed_at ON addendum (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX addendum_note_id ON addendum (note_id);
CREATE UNIQUE INDEX addendum_sequence ON addendum (note_id, sequence)
  WHERE trashed_at IS NULL;
CREATE INDEX addendum_unsigned ON addendum (note_id)
  WHERE digest IS NULL AND trashed_at IS NULL;

CREATE TRIGGER addendum_no_update BEFORE UPDATE ON addendum
WHEN (SELECT erasing FROM state) IS NOT 1
     AND OLD.digest IS NOT NULL
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.note_id, NEW.sequence, NEW.addendum_kind,
          NEW.text, NEW.reason, NEW.previous_digest, NEW.digest)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.note_id, OLD.sequence, OLD.addendum_kind,
          OLD.text, OLD.reason, OLD.previous_digest, OLD.digest)
BEGIN
  SELECT RAISE(ABORT, 'a signed addendum cannot be changed');
END;

CREATE TRIGGER addendum_no_delete BEFORE DELETE ON addendum
WHEN (SELECT erasing FROM state) IS NOT 1
     AND OLD.digest IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a signed addendum cannot be deleted');
END;

-- Process note (M-40)
CREATE TABLE process_note (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  held_on TEXT NOT NULL
    CHECK (held_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  held_on_zone TEXT NOT NULL
    CHECK (length(held_on_zone) BETWEEN 1 AND 64 AND held_on_zone NOT GLOB '*[^A-Za-z0-9_+/-]*'),
  with_contact_id TEXT REFERENCES contact (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  current_version_id TEXT REFERENCES process_note_version (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX process_note_created_by_id ON process_note (created_by_id);
CREATE INDEX process_note_modified_by_id ON process_note (modified_by_id);
CREATE INDEX process_note_trashed_at ON process_note (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX process_note_with_contact_id ON process_note (with_contact_id)
  WHERE with_contact_id IS NOT NULL;
CREATE INDEX process_note_current_version_id ON process_note (current_version_id)
  WHERE current_version_id IS NOT NULL;
CREATE INDEX process_note_held_on ON process_note (client_id, held_on);
CREATE INDEX process_note_unsigned ON process_note (client_id, held_on)
  WHERE state = 'draft' AND trashed_at IS NULL;

-- Process note version (M-40)
CREATE TABLE process_note_version (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  note_id TEXT NOT NULL REFERENCES process_note (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) <= 4194304
    AND text NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(text AS BLOB), x'00') + instr(CAST(text AS BLOB), x'EFBFBE')
      + instr(CAST(text AS BLOB), x'EFBFBF') = 0),
  held_on TEXT NOT NULL
    CHECK (held_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  held_on_zone TEXT NOT NULL
    CHECK (length(held_on_zone) BETWEEN 1 AND 64 AND held_on_zone NOT GLOB '*[^A-Za-z0-9_+/-]*'),
  cut_because TEXT NOT NULL
    CHECK (cut_because IN ('sign', 'leave', 'idle', 'lock', 'import', 'unlock')),
  previous_digest TEXT
    CHECK (length(previous_digest) = 128 AND previous_digest NOT GLOB '*[^0-9a-f]*'),
  digest TEXT NOT NULL CHECK (length(digest) = 128 AND digest NOT GLOB '*[^0-9a-f]*'),
  UNIQUE (note_id, number)
) STRICT;

CREATE INDEX process_note_version_created_by_id ON process_note_version (created_by_id);
CREATE INDEX process_note_version_modified_by_id ON process_note_version (modified_by_id);

CREATE TRIGGER process_note_version_no_update BEFORE UPDATE ON process_note_version
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.note_id, NEW.number, NEW.text, NEW.held_on,
          NEW.held_on_zone, NEW.cut_because, NEW.previous_digest, NEW.digest)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.note_id, OLD.number, OLD.text, OLD.held_on,
          OLD.held_on_zone, OLD.cut_because, OLD.previous_digest, OLD.digest)
BEGIN
  SELECT RAISE(ABORT, 'a process note version cannot be changed');
END;

CREATE TRIGGER process_note_version_no_delete BEFORE DELETE ON process_note_version
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a process note version cannot be deleted');
END;

-- Mood entry (M-41)
CREATE TABLE mood_entry (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  felt_at TEXT NOT NULL
    CHECK (felt_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  felt_at_zone TEXT NOT NULL
    CHECK (length(felt_at_zone) BETWEEN 1 AND 64 AND felt_at_zone NOT GLOB '*[^A-Za-z0-9_+/-]*'),
  precision TEXT NOT NULL CHECK (precision IN ('minute', 'part-of-day', 'day')),
  entry_source TEXT NOT NULL
    CHECK (entry_source IN ('in-session', 'client-diary', 'paper', 'imported',
      'clinician-observed')),
  valence INTEGER CHECK (valence BETWEEN -4 AND 4),
  arousal INTEGER CHECK (arousal BETWEEN -4 AND 4),
  context_words TEXT CHECK (length(context_words) <= 200
    AND context_words NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(context_words AS BLOB), x'00') + instr(CAST(context_words AS BLOB), x'EFBFBE')
      + instr(CAST(context_words AS BLOB), x'EFBFBF') = 0),
  entry_note TEXT CHECK (length(CAST(entry_note AS BLOB)) <= 4194304
    AND entry_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(entry_note AS BLOB), x'00') + instr(CAST(entry_note AS BLOB), x'EFBFBE')
      + instr(CAST(entry_note AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX mood_entry_created_by_id ON mood_entry (created_by_id);
CREATE INDEX mood_entry_modified_by_id ON mood_entry (modified_by_id);
CREATE INDEX mood_entry_trashed_at ON mood_entry (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX mood_entry_felt_at ON mood_entry (client_id, felt_at);

-- Emotion (M-42)
CREATE TABLE mood_emotion (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  entry_id TEXT NOT NULL REFERENCES mood_entry (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  word_id TEXT NOT NULL REFERENCES emotion_word (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  intensity INTEGER NOT NULL CHECK (intensity BETWEEN 0 AND 10),
  UNIQUE (entry_id, word_id)
) STRICT;

CREATE INDEX mood_emotion_created_by_id ON mood_emotion (created_by_id);
CREATE INDEX mood_emotion_modified_by_id ON mood_emotion (modified_by_id);
CREATE INDEX mood_emotion_word_id ON mood_emotion (word_id);

-- Emotion word (M-43)
CREATE TABLE emotion_word (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  word TEXT NOT NULL CHECK (length(word) <= 40
    AND word NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(word AS BLOB), x'00') + instr(CAST(word AS BLOB), x'EFBFBE')
      + instr(CAST(word AS BLOB), x'EFBFBF') = 0),
  language TEXT NOT NULL CHECK (length(language) <= 35
    AND language NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(language AS BLOB), x'00') + instr(CAST(language AS BLOB), x'EFBFBE')
      + instr(CAST(language AS BLOB), x'EFBFBF') = 0),
  tone TEXT NOT NULL CHECK (tone IN ('pleasant', 'unpleasant', 'mixed', 'none')),
  retired INTEGER CHECK (retired IN (0, 1)),
  UNIQUE (language, word)
) STRICT;

CREATE INDEX emotion_word_created_by_id ON emotion_word (created_by_id);
CREATE INDEX emotion_word_modified_by_id ON emotion_word (modified_by_id);
CREATE INDEX emotion_word_trashed_at ON emotion_word (trashed_at) WHERE trashed_at IS NOT NULL;

-- Mood track (M-44)
CREATE TABLE mood_track (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL CHECK (length(label) <= 60
    AND label NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(label AS BLOB), x'00') + instr(CAST(label AS BLOB), x'EFBFBE')
      + instr(CAST(label AS BLOB), x'EFBFBF') = 0),
  unit TEXT NOT NULL CHECK (length(unit) <= 20
    AND unit NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(unit AS BLOB), x'00') + instr(CAST(unit AS BLOB), x'EFBFBE')
      + instr(CAST(unit AS BLOB), x'EFBFBF') = 0),
  minimum INTEGER NOT NULL ,
  maximum INTEGER NOT NULL ,
  ended_on TEXT CHECK (ended_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE INDEX mood_track_created_by_id ON mood_track (created_by_id);
CREATE INDEX mood_track_modified_by_id ON mood_track (modified_by_id);
CREATE INDEX mood_track_trashed_at ON mood_track (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX mood_track_client_id ON mood_track (client_id);

-- Mood track value (M-44)
CREATE TABLE mood_track_value (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  entry_id TEXT NOT NULL REFERENCES mood_entry (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  track_id TEXT NOT NULL REFERENCES mood_track (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL ,
  UNIQUE (entry_id, track_id)
) STRICT;

CREATE INDEX mood_track_value_created_by_id ON mood_track_value (created_by_id);
CREATE INDEX mood_track_value_modified_by_id ON mood_track_value (modified_by_id);
CREATE INDEX mood_track_value_track_id ON mood_track_value (track_id);

-- Value (M-45)
CREATE TABLE value_domain (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL CHECK (length(label) <= 80
    AND label NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(label AS BLOB), x'00') + instr(CAST(label AS BLOB), x'EFBFBE')
      + instr(CAST(label AS BLOB), x'EFBFBF') = 0),
  position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 20),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE INDEX value_domain_created_by_id ON value_domain (created_by_id);
CREATE INDEX value_domain_modified_by_id ON value_domain (modified_by_id);
CREATE INDEX value_domain_trashed_at ON value_domain (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX value_domain_client_id ON value_domain (client_id);

-- Value rating (M-46)
CREATE TABLE value_rating (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  domain_id TEXT NOT NULL REFERENCES value_domain (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  rated_on TEXT NOT NULL CHECK (rated_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  importance INTEGER NOT NULL CHECK (importance BETWEEN 0 AND 10),
  lived INTEGER NOT NULL CHECK (lived BETWEEN 0 AND 10),
  next_action TEXT CHECK (length(next_action) <= 200
    AND next_action NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(next_action AS BLOB), x'00') + instr(CAST(next_action AS BLOB), x'EFBFBE')
      + instr(CAST(next_action AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX value_rating_created_by_id ON value_rating (created_by_id);
CREATE INDEX value_rating_modified_by_id ON value_rating (modified_by_id);
CREATE INDEX value_rating_trashed_at ON value_rating (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX value_rating_domain_id ON value_rating (domain_id);
CREATE UNIQUE INDEX value_rating_day ON value_rating (domain_id, rated_on)
  WHERE trashed_at IS NULL;

-- Draft (M-47)
CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  target_kind TEXT NOT NULL CHECK (length(target_kind) <= 40
    AND target_kind NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(target_kind AS BLOB), x'00') + instr(CAST(target_kind AS BLOB), x'EFBFBE')
      + instr(CAST(target_kind AS BLOB), x'EFBFBF') = 0),
  target_record TEXT CHECK (length(target_record) = 36
    AND target_record NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(target_record AS BLOB), x'00') + instr(CAST(target_record AS BLOB), x'EFBFBE')
      + instr(CAST(target_record AS BLOB), x'EFBFBF') = 0),
  target_field TEXT NOT NULL CHECK (length(target_field) <= 40
    AND target_field NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(target_field AS BLOB), x'00') + instr(CAST(target_field AS BLOB), x'EFBFBE')
      + instr(CAST(target_field AS BLOB), x'EFBFBF') = 0),
  body TEXT NOT NULL CHECK (length(CAST(body AS BLOB)) <= 4194304
    AND body NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(body AS BLOB), x'00') + instr(CAST(body AS BLOB), x'EFBFBE')
      + instr(CAST(body AS BLOB), x'EFBFBF') = 0),
  typed_at TEXT NOT NULL
    CHECK (typed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z')
) STRICT;

CREATE INDEX draft_created_by_id ON draft (created_by_id);
CREATE INDEX draft_modified_by_id ON draft (modified_by_id);
CREATE INDEX draft_client_id ON draft (client_id) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX draft_target ON draft (
  target_kind, coalesce(target_record, client_id, ''), target_field);

-- Policy text (M-50)
CREATE TABLE policy_text (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  policy_kind TEXT NOT NULL
    CHECK (policy_kind IN ('privacy-notice', 'consent-text', 'practice-terms',
      'complaint-procedure')),
  audience TEXT NOT NULL CHECK (audience IN ('adult', 'young-person', 'guardian')),
  language TEXT NOT NULL CHECK (length(language) <= 35
    AND language NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(language AS BLOB), x'00') + instr(CAST(language AS BLOB), x'EFBFBE')
      + instr(CAST(language AS BLOB), x'EFBFBF') = 0),
  title TEXT NOT NULL CHECK (length(title) <= 200
    AND title NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(title AS BLOB), x'00') + instr(CAST(title AS BLOB), x'EFBFBE')
      + instr(CAST(title AS BLOB), x'EFBFBF') = 0),
  body TEXT NOT NULL CHECK (length(CAST(body AS BLOB)) <= 4194304
    AND body NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(body AS BLOB), x'00') + instr(CAST(body AS BLOB), x'EFBFBE')
      + instr(CAST(body AS BLOB), x'EFBFBF') = 0),
  version_number INTEGER NOT NULL CHECK (version_number >= 1),
  purposes TEXT CHECK (length(purposes) <= 1000 AND purposes NOT GLOB '*[^a-z0-9_ -]*'),
  published_at TEXT
    CHECK (published_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  effective_from TEXT CHECK (effective_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  supersedes_id TEXT REFERENCES policy_text (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  digest TEXT CHECK (length(digest) = 128 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX policy_text_created_by_id ON policy_text (created_by_id);
CREATE INDEX policy_text_modified_by_id ON policy_text (modified_by_id);
CREATE INDEX policy_text_trashed_at ON policy_text (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX policy_text_supersedes_id ON policy_text (supersedes_id)
  WHERE supersedes_id IS NOT NULL;

CREATE TRIGGER policy_text_no_update BEFORE UPDATE ON policy_text
WHEN (SELECT erasing FROM state) IS NOT 1
     AND OLD.published_at IS NOT NULL
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.policy_kind, NEW.audience, NEW.language,
          NEW.title, NEW.body, NEW.version_number, NEW.purposes, NEW.published_at,
          NEW.effective_from, NEW.supersedes_id, NEW.digest)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.policy_kind, OLD.audience, OLD.language,
          OLD.title, OLD.body, OLD.version_number, OLD.purposes, OLD.published_at,
          OLD.effective_from, OLD.supersedes_id, OLD.digest)
BEGIN
  SELECT RAISE(ABORT, 'a published policy text cannot be changed');
END;

CREATE TRIGGER policy_text_no_delete BEFORE DELETE ON policy_text
WHEN (SELECT erasing FROM state) IS NOT 1
     AND OLD.published_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a published policy text cannot be deleted');
END;

-- Consent (M-51)
CREATE TABLE consent (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  purpose TEXT NOT NULL
    CHECK (purpose IN ('treatment-record', 'recording', 'transcript', 'mood-share', 'research',
      'training', 'quality-assurance', 'service-improvement', 'supervision-identified',
      'share-gp', 'share-professional', 'share-family', 'share-payer', 'transfer',
      'remote-session', 'marketing', 'guardian-involved')),
  UNIQUE (client_id, purpose)
) STRICT;

CREATE INDEX consent_created_by_id ON consent (created_by_id);
CREATE INDEX consent_modified_by_id ON consent (modified_by_id);

-- Consent event (M-52)
CREATE TABLE consent_event (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  consent_id TEXT NOT NULL REFERENCES consent (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  event TEXT NOT NULL CHECK (event IN ('grant', 'refuse', 'withdraw', 'renew')),
  effective_on TEXT NOT NULL CHECK (effective_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  policy_id TEXT REFERENCES policy_text (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  policy_digest TEXT CHECK (length(policy_digest) = 128 AND policy_digest NOT GLOB '*[^0-9a-f]*'),
  given_by TEXT NOT NULL CHECK (given_by IN ('client', 'guardian', 'deputy', 'attorney')),
  given_by_contact_id TEXT REFERENCES client_contact (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  authority_seen TEXT CHECK (length(authority_seen) <= 200
    AND authority_seen NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(authority_seen AS BLOB), x'00')
      + instr(CAST(authority_seen AS BLOB), x'EFBFBE')
      + instr(CAST(authority_seen AS BLOB), x'EFBFBF') = 0),
  how TEXT NOT NULL CHECK (how IN ('signed-paper', 'signed-screen', 'verbal', 'email', 'letter')),
  evidence_id TEXT REFERENCES attachment (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  witness TEXT CHECK (length(witness) <= 200
    AND witness NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(witness AS BLOB), x'00') + instr(CAST(witness AS BLOB), x'EFBFBE')
      + instr(CAST(witness AS BLOB), x'EFBFBF') = 0),
  expires_on TEXT CHECK (expires_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  event_note TEXT CHECK (length(CAST(event_note AS BLOB)) <= 4194304
    AND event_note NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(event_note AS BLOB), x'00') + instr(CAST(event_note AS BLOB), x'EFBFBE')
      + instr(CAST(event_note AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX consent_event_created_by_id ON consent_event (created_by_id);
CREATE INDEX consent_event_modified_by_id ON consent_event (modified_by_id);
CREATE INDEX consent_event_consent_id ON consent_event (consent_id);
CREATE INDEX consent_event_policy_id ON consent_event (policy_id) WHERE policy_id IS NOT NULL;
CREATE INDEX consent_event_given_by_contact_id ON consent_event (given_by_contact_id)
  WHERE given_by_contact_id IS NOT NULL;
CREATE INDEX consent_event_evidence_id ON consent_event (evidence_id)
  WHERE evidence_id IS NOT NULL;
CREATE INDEX consent_event_expires_on ON consent_event (expires_on)
  WHERE expires_on IS NOT NULL;
CREATE INDEX consent_event_guardian ON consent_event (consent_id) WHERE given_by = 'guardian';

CREATE TRIGGER consent_event_no_update BEFORE UPDATE ON consent_event
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.consent_id, NEW.event, NEW.effective_on,
          NEW.policy_id, NEW.policy_digest, NEW.given_by, NEW.given_by_contact_id,
          NEW.authority_seen, NEW.how, NEW.evidence_id, NEW.witness, NEW.expires_on,
          NEW.event_note)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.consent_id, OLD.event, OLD.effective_on,
          OLD.policy_id, OLD.policy_digest, OLD.given_by, OLD.given_by_contact_id,
          OLD.authority_seen, OLD.how, OLD.evidence_id, OLD.witness, OLD.expires_on,
          OLD.event_note)
BEGIN
  SELECT RAISE(ABORT, 'a consent event cannot be changed');
END;

CREATE TRIGGER consent_event_no_delete BEFORE DELETE ON consent_event
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a consent event cannot be deleted');
END;

-- Attachment (M-53)
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT NOT NULL REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (length(title) <= 200
    AND title NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(title AS BLOB), x'00') + instr(CAST(title AS BLOB), x'EFBFBE')
      + instr(CAST(title AS BLOB), x'EFBFBF') = 0),
  attachment_kind TEXT NOT NULL
    CHECK (attachment_kind IN ('letter-in', 'report', 'id-evidence', 'consent-evidence', 'image',
      'form-scan', 'other')),
  dated TEXT CHECK (dated GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  content TEXT NOT NULL REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  original_name TEXT NOT NULL CHECK (length(original_name) <= 255
    AND original_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(original_name AS BLOB), x'00') + instr(CAST(original_name AS BLOB), x'EFBFBE')
      + instr(CAST(original_name AS BLOB), x'EFBFBF') = 0),
  media_type TEXT NOT NULL CHECK (length(media_type) <= 100
    AND media_type NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(media_type AS BLOB), x'00') + instr(CAST(media_type AS BLOB), x'EFBFBE')
      + instr(CAST(media_type AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX attachment_created_by_id ON attachment (created_by_id);
CREATE INDEX attachment_modified_by_id ON attachment (modified_by_id);
CREATE INDEX attachment_trashed_at ON attachment (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX attachment_client_id ON attachment (client_id);
CREATE INDEX attachment_content ON attachment (content);

-- Stored file (M-54)
CREATE TABLE blob (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 2147483647),
  sha512 TEXT NOT NULL CHECK (length(sha512) = 128 AND sha512 NOT GLOB '*[^0-9a-f]*'),
  chunks INTEGER NOT NULL CHECK (chunks BETWEEN 0 AND 32768)
) STRICT;

CREATE INDEX blob_created_by_id ON blob (created_by_id);
CREATE INDEX blob_modified_by_id ON blob (modified_by_id);

CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.size, NEW.sha512, NEW.chunks)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.size, OLD.sha512, OLD.chunks)
BEGIN
  SELECT RAISE(ABORT, 'a stored file cannot be changed');
END;

CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a stored file cannot be deleted');
END;

-- Piece of a stored file (M-54)
CREATE TABLE blob_chunk (
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  blob_id TEXT NOT NULL REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 32767),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536),
  PRIMARY KEY (blob_id, sequence)
) STRICT;

CREATE TRIGGER blob_chunk_no_update BEFORE UPDATE ON blob_chunk
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a piece of a stored file cannot be changed');
END;

CREATE TRIGGER blob_chunk_no_delete BEFORE DELETE ON blob_chunk
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a piece of a stored file cannot be deleted');
END;

-- Disclosure (M-55)
CREATE TABLE disclosure (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  client_id TEXT REFERENCES client (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  tombstone_id TEXT REFERENCES tombstone (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  disclosed_at TEXT NOT NULL
    CHECK (disclosed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  direction_kind TEXT NOT NULL CHECK (direction_kind IN ('to-subject', 'to-third-party')),
  recipient_name TEXT NOT NULL CHECK (length(recipient_name) <= 200
    AND recipient_name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(recipient_name AS BLOB), x'00')
      + instr(CAST(recipient_name AS BLOB), x'EFBFBE')
      + instr(CAST(recipient_name AS BLOB), x'EFBFBF') = 0),
  recipient_country TEXT CHECK (recipient_country GLOB '[A-Z][A-Z]'),
  what TEXT NOT NULL CHECK (length(CAST(what AS BLOB)) <= 4194304
    AND what NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(what AS BLOB), x'00') + instr(CAST(what AS BLOB), x'EFBFBE')
      + instr(CAST(what AS BLOB), x'EFBFBF') = 0),
  purpose_text TEXT NOT NULL CHECK (length(CAST(purpose_text AS BLOB)) <= 4194304
    AND purpose_text NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(purpose_text AS BLOB), x'00') + instr(CAST(purpose_text AS BLOB), x'EFBFBE')
      + instr(CAST(purpose_text AS BLOB), x'EFBFBF') = 0),
  ground TEXT NOT NULL
    CHECK (ground IN ('subject-request', 'consent', 'treatment', 'payment', 'law',
      'search-warrant', 'subpoena', 'court-order', 'safeguarding', 'vital-interests',
      'legal-claim', 'guardian', 'agent')),
  consent_id TEXT REFERENCES consent_event (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  channel TEXT NOT NULL
    CHECK (channel IN ('in-person', 'post', 'email', 'portal', 'usb', 'phone', 'other')),
  encryption TEXT NOT NULL CHECK (encryption IN ('zip-aes256', 'none', 'paper')),
  output_digest TEXT CHECK (length(output_digest) = 128 AND output_digest NOT GLOB '*[^0-9a-f]*'),
  corrects_id TEXT REFERENCES disclosure (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  CHECK ((client_id IS NULL) <> (tombstone_id IS NULL)),
  CHECK (ground <> 'consent' OR consent_id IS NOT NULL OR client_id IS NULL),
  CHECK (corrects_id IS NOT id)
) STRICT;

CREATE INDEX disclosure_created_by_id ON disclosure (created_by_id);
CREATE INDEX disclosure_modified_by_id ON disclosure (modified_by_id);
CREATE INDEX disclosure_client_id ON disclosure (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX disclosure_tombstone_id ON disclosure (tombstone_id) WHERE tombstone_id IS NOT NULL;
CREATE INDEX disclosure_consent_id ON disclosure (consent_id) WHERE consent_id IS NOT NULL;
CREATE INDEX disclosure_corrects_id ON disclosure (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX disclosure_disclosed_at ON disclosure (disclosed_at, id);

CREATE TRIGGER disclosure_no_update BEFORE UPDATE ON disclosure
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.client_id, NEW.tombstone_id,
          NEW.disclosed_at, NEW.direction_kind, NEW.recipient_name,
          NEW.recipient_country, NEW.what, NEW.purpose_text, NEW.ground,
          NEW.consent_id, NEW.channel, NEW.encryption, NEW.output_digest,
          NEW.corrects_id)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.client_id, OLD.tombstone_id,
          OLD.disclosed_at, OLD.direction_kind, OLD.recipient_name,
          OLD.recipient_country, OLD.what, OLD.purpose_text, OLD.ground,
          OLD.consent_id, OLD.channel, OLD.encryption, OLD.output_digest,
          OLD.corrects_id)
BEGIN
  SELECT RAISE(ABORT, 'a disclosure cannot be changed');
END;

CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON disclosure
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'a disclosure cannot be deleted');
END;

-- Erasure (M-56)
CREATE TABLE tombstone (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  erased_id TEXT NOT NULL UNIQUE CHECK (length(erased_id) = 36
    AND erased_id NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(erased_id AS BLOB), x'00') + instr(CAST(erased_id AS BLOB), x'EFBFBE')
      + instr(CAST(erased_id AS BLOB), x'EFBFBF') = 0),
  erased_kind TEXT NOT NULL CHECK (length(erased_kind) <= 40
    AND erased_kind NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(erased_kind AS BLOB), x'00') + instr(CAST(erased_kind AS BLOB), x'EFBFBE')
      + instr(CAST(erased_kind AS BLOB), x'EFBFBF') = 0),
  erased_on TEXT NOT NULL CHECK (erased_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  ground TEXT NOT NULL
    CHECK (ground IN ('retention', 'request', 'minor-without-consent', 'mistake', 'trash')),
  copies_gone_by TEXT NOT NULL
    CHECK (copies_gone_by GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  counts TEXT NOT NULL CHECK (length(counts) <= 2000
    AND counts NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(counts AS BLOB), x'00') + instr(CAST(counts AS BLOB), x'EFBFBE')
      + instr(CAST(counts AS BLOB), x'EFBFBF') = 0),
  event_sequence INTEGER NOT NULL CHECK (event_sequence >= 1)
) STRICT;

CREATE INDEX tombstone_created_by_id ON tombstone (created_by_id);
CREATE INDEX tombstone_modified_by_id ON tombstone (modified_by_id);

CREATE TRIGGER tombstone_no_update BEFORE UPDATE ON tombstone
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.erased_id, NEW.erased_kind, NEW.erased_on,
          NEW.ground, NEW.copies_gone_by, NEW.counts, NEW.event_sequence)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.erased_id, OLD.erased_kind, OLD.erased_on,
          OLD.ground, OLD.copies_gone_by, OLD.counts, OLD.event_sequence)
BEGIN
  SELECT RAISE(ABORT, 'the trace of an erasure cannot be changed');
END;

CREATE TRIGGER tombstone_no_delete BEFORE DELETE ON tombstone
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'the trace of an erasure cannot be deleted');
END;

-- Import (bundle.md B-74)
CREATE TABLE bundle_import (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  bundle_id TEXT NOT NULL CHECK (length(bundle_id) <= 64
    AND bundle_id NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle_id AS BLOB), x'00') + instr(CAST(bundle_id AS BLOB), x'EFBFBE')
      + instr(CAST(bundle_id AS BLOB), x'EFBFBF') = 0),
  profile TEXT NOT NULL
    CHECK (profile IN ('access', 'portability', 'transfer', 'practice', 'disclosures')),
  made_by TEXT NOT NULL CHECK (length(made_by) <= 200
    AND made_by NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(made_by AS BLOB), x'00') + instr(CAST(made_by AS BLOB), x'EFBFBE')
      + instr(CAST(made_by AS BLOB), x'EFBFBF') = 0),
  made_at TEXT NOT NULL
    CHECK (made_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  imported_at TEXT NOT NULL
    CHECK (imported_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  manifest_digest TEXT NOT NULL
    CHECK (length(manifest_digest) = 128 AND manifest_digest NOT GLOB '*[^0-9a-f]*'),
  counts TEXT NOT NULL CHECK (length(counts) <= 2000
    AND counts NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(counts AS BLOB), x'00') + instr(CAST(counts AS BLOB), x'EFBFBE')
      + instr(CAST(counts AS BLOB), x'EFBFBF') = 0),
  journal TEXT REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX bundle_import_created_by_id ON bundle_import (created_by_id);
CREATE INDEX bundle_import_modified_by_id ON bundle_import (modified_by_id);
CREATE INDEX bundle_import_journal ON bundle_import (journal) WHERE journal IS NOT NULL;

CREATE TRIGGER bundle_import_no_update BEFORE UPDATE ON bundle_import
WHEN (SELECT erasing FROM state) IS NOT 1
     AND (NEW.id, NEW.created_at, NEW.created_by_id, NEW.origin, NEW.source, NEW.trashed_at,
          NEW.bundle, NEW.extension, NEW.bundle_id, NEW.profile, NEW.made_by,
          NEW.made_at, NEW.imported_at, NEW.manifest_digest, NEW.counts, NEW.journal)
  IS NOT (OLD.id, OLD.created_at, OLD.created_by_id, OLD.origin, OLD.source, OLD.trashed_at,
          OLD.bundle, OLD.extension, OLD.bundle_id, OLD.profile, OLD.made_by,
          OLD.made_at, OLD.imported_at, OLD.manifest_digest, OLD.counts, OLD.journal)
BEGIN
  SELECT RAISE(ABORT, 'an entry in the list of imports cannot be changed');
END;

CREATE TRIGGER bundle_import_no_delete BEFORE DELETE ON bundle_import
WHEN (SELECT erasing FROM state) IS NOT 1
BEGIN
  SELECT RAISE(ABORT, 'an entry in the list of imports cannot be deleted');
END;

-- Preference (M-106)
CREATE TABLE preference (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  name TEXT NOT NULL UNIQUE CHECK (length(name) <= 64
    AND name NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(name AS BLOB), x'00') + instr(CAST(name AS BLOB), x'EFBFBE')
      + instr(CAST(name AS BLOB), x'EFBFBF') = 0),
  value TEXT CHECK (length(CAST(value AS BLOB)) <= 4194304
    AND value NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(value AS BLOB), x'00') + instr(CAST(value AS BLOB), x'EFBFBE')
      + instr(CAST(value AS BLOB), x'EFBFBF') = 0)
) STRICT;

CREATE INDEX preference_created_by_id ON preference (created_by_id);
CREATE INDEX preference_modified_by_id ON preference (modified_by_id);

-- Learned word (M-106)
CREATE TABLE learned_word (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  created_at TEXT NOT NULL
    CHECK (created_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  modified_at TEXT NOT NULL
    CHECK (modified_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  created_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  modified_by_id TEXT NOT NULL REFERENCES clinician (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL
    CHECK (origin IN ('provided', 'observed', 'authored', 'received', 'derived')),
  source TEXT CHECK (length(source) <= 200
    AND source NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(source AS BLOB), x'00') + instr(CAST(source AS BLOB), x'EFBFBE')
      + instr(CAST(source AS BLOB), x'EFBFBF') = 0),
  basis6 TEXT NOT NULL
    CHECK (basis6 IN ('consent', 'contract', 'legal-obligation', 'vital-interests',
      'public-task', 'legitimate-interests', 'not-applicable')),
  basis9 TEXT NOT NULL
    CHECK (basis9 IN ('none', 'explicit-consent', 'vital-interests', 'made-public',
      'legal-claims', 'health-care', 'public-health', 'research')),
  sensitivity TEXT NOT NULL CHECK (sensitivity IN ('normal', 'process-note', 'third-party')),
  trashed_at TEXT
    CHECK (trashed_at GLOB
      '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
  bundle TEXT CHECK (length(bundle) <= 64
    AND bundle NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(bundle AS BLOB), x'00') + instr(CAST(bundle AS BLOB), x'EFBFBE')
      + instr(CAST(bundle AS BLOB), x'EFBFBF') = 0),
  extension TEXT CHECK (length(CAST(extension AS BLOB)) <= 4194304
    AND extension NOT GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12)
      || char(14) || '-' || char(31) || ']*'
    AND instr(CAST(extension AS BLOB), x'00') + instr(CAST(extension AS BLOB), x'EFBFBE')
      + instr(CAST(extension AS BLOB), x'EFBFBF') = 0),
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  language TEXT NOT NULL CHECK (length(language) <= 35
    AND language NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(language AS BLOB), x'00') + instr(CAST(language AS BLOB), x'EFBFBE')
      + instr(CAST(language AS BLOB), x'EFBFBF') = 0),
  word TEXT NOT NULL CHECK (length(word) <= 64
    AND word NOT GLOB '*[' || char(1) || '-' || char(31) || ']*'
    AND instr(CAST(word AS BLOB), x'00') + instr(CAST(word AS BLOB), x'EFBFBE')
      + instr(CAST(word AS BLOB), x'EFBFBF') = 0),
  UNIQUE (language, word)
) STRICT;

CREATE INDEX learned_word_created_by_id ON learned_word (created_by_id);
CREATE INDEX learned_word_modified_by_id ON learned_word (modified_by_id);
CREATE INDEX learned_word_trashed_at ON learned_word (trashed_at) WHERE trashed_at IS NOT NULL;
