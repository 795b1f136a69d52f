-- header 434142010004069b5f37e82f91dc37fd
.dbconfig defensive off
PRAGMA application_id = 1128350286;
PRAGMA user_version = 1;
/* WARNING: Script requires that SQLITE_DBCONFIG_DEFENSIVE be disabled */
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB
) STRICT;
INSERT INTO meta VALUES('practice_id',X'1cfd9e4fe36b5156c90ea3fd72f7e91f');
INSERT INTO meta VALUES('header16',X'434142010004069b5f37e82f91dc37fd');
INSERT INTO meta VALUES('fingerprint',X'089fccef9a544e99473b9f474c10140d');
INSERT INTO meta VALUES('sheet_date',NULL);
INSERT INTO meta VALUES('min_reader',X'31');
INSERT INTO meta VALUES('created',X'323032362d30332d30325431303a30303a30305a');
INSERT INTO meta VALUES('k_audit',X'8a651eb7d5af6c1045e1d69154759825749e5dd644863bbd516a06dfcd06045a');
INSERT INTO meta VALUES('k_digest',X'ccf0a0f115c9674593bf6c0631505c55d0ac820e7fa8d22851d8eab98e8683bf');
INSERT INTO meta VALUES('k_witness',X'34405541cf96529aaf0f78f21d48462feb648008e1ef81399b0255cfaafca279');
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
INSERT INTO state VALUES(1,4,3,X'073ed749b5070430398e11d52f0b2e7e8be58ad9e25607f235a902e7c9019cf0',1772445600000,X'946bf82891ef670091e348f34876931b2d8f5aec837ef314ecec80c0b53ed656',NULL,NULL,NULL,NULL,0);
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
INSERT INTO audit VALUES(1,1772445600000,'b0071d00-0000-4000-8000-000000000001',3600000000000,'system','create',NULL,NULL,X'e416e0cd6765be9286080b2331b38ee4','',X'c414f73625c1462c1f47571d4fb2418d8eaf660d64d48b2d7002fcd637883bf8',X'69ea93949a4ee2e8ff0c7ccc785359d8634721e7cc89519ff9c00dd5b2d36488');
INSERT INTO audit VALUES(2,1772445600000,'b0071d00-0000-4000-8000-000000000001',3600000000000,'00000000-0000-4000-8001-000000000001','create','clinician','00000000-0000-4000-8001-000000000001',X'62404d8f91e40750a08b2a80458c0e0b',replace('created_at\ncreated_by_id\norigin\nbasis6\nbasis9\nsensitivity\ndisplay_name\nprofession\nactive\n','\n',char(10)),X'5afc41156955c3f710e74522c97a8d221d3bce989f132da8862b20580f184d73',X'd25e4ab3949d368e6f0c4ced005f34187ae47c59fe15fc239669f1a58caa7a25');
INSERT INTO audit VALUES(3,1772445600000,'b0071d00-0000-4000-8000-000000000001',3600000000000,'00000000-0000-4000-8001-000000000001','create','practice','00000000-0000-4000-8001-000000000002',X'37dd0d3906235f6141010cf5654b1a6c',replace('created_at\ncreated_by_id\norigin\nbasis6\nbasis9\nsensitivity\nname\njurisdiction\nclock_preset\nlocale\ncurrency\nzone\nword_for_client\nsession_minutes\nnote_due_hours\nadult_age\nlock_minutes\nbackup_days\nunlock_policy\nunlock_hours\n','\n',char(10)),X'bb71c6b848268987312f9f9f9e6e9df8a7692d6a055c679f27687841b3f4d22b',X'073ed749b5070430398e11d52f0b2e7e8be58ad9e25607f235a902e7c9019cf0');
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
CREATE TABLE migration (
  version INTEGER NOT NULL PRIMARY KEY,
  applied_at INTEGER NOT NULL,
  program TEXT NOT NULL
) STRICT;
INSERT INTO migration VALUES(1,1772445600000,'cabinet');
CREATE TABLE search_row (
  number INTEGER NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL,
  client_id TEXT NOT NULL
) STRICT;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','search','search',0,'CREATE VIRTUAL TABLE search USING fts5 (
  words,
  content = '''',
  tokenize = "unicode61 remove_diacritics 2"
)');
CREATE TABLE IF NOT EXISTS 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO search_data VALUES(1,X'');
INSERT INTO search_data VALUES(10,X'00000002000000');
CREATE TABLE IF NOT EXISTS 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO search_config VALUES('pgsz',3900);
INSERT INTO search_config VALUES('secure-delete',1);
INSERT INTO search_config VALUES('version',4);
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
INSERT INTO practice VALUES('00000000-0000-4000-8001-000000000002',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'5476942cdd4998d506bcaa2b5d6ec10e5d1203c1566f3913c58a12088fe54cc9','Empty Practice',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'uk','one-month','en-GB','GBP','Europe/London','clients',50,72,18,10,30,'never',24,NULL,NULL,NULL,NULL);
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
INSERT INTO clinician VALUES('00000000-0000-4000-8001-000000000001',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'e5ee838b7abda853d400e28837beb85a40c4d6c2eba8483fc839f1e67df208af','Robin Marlowe-Idris',NULL,NULL,NULL,NULL,NULL,'counsellor',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,NULL);
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
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000039',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'52b14e1aa78002f915549c5ce14b7291354e55d42b0d8f2a00facdca67a6c326','calm','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003a',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'c077f1cff537974a202ef87b515098073a2cc5621a534074ca83cb7f5dcbf05b','content','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003b',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'3e9dd4c49d93db4663ea5478b214ce578e291be85ed6fc9a6cb59855375e100e','hopeful','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003c',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'32163e385b71e9b67c4e5bd4c0c53ba8628f50cecde7f975810ff6b798a2aa02','grateful','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003d',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'390fb3d2ac9773b486bb42b9218376a033cfcc6328ffed92a7a9b25d8be8bbd2','curious','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003e',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'f5bbfdec0caea830a083d38f440a920858709eb4060edde0e55d27ddb89fe3c7','loving','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000003f',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ce41f8dfdada6940be5eda328f73650b14f44f236597fe2619942359b845bde7','proud','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000040',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'292244a4616415e9880fef38772bbb89a39c2e030666ec99419e04d4fc48fed3','relieved','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000041',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'03c4bf149fbde74a06b13d71fd389c457bf9c661c01b5c838e8b779df02b4ff0','lively','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000042',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'3e08ea007dcc44602ddfa59da5179a0e017e95e9fa6f99048fbaa04948100743','amused','en','pleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000043',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'91635f877e834f76692788375ce0a5b978ee8ec13fb7f8443310520b87f587b5','sad','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000044',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'7529df9bfc36cea26a01ce08eb4199d8f71b54de56943e5905ae5a4f6cee3bac','worried','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000045',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'b8141ab5e14b5a9baba45882a752ff1c7ba08affe4207742c6f8e129488b2d24','angry','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000046',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'957c5bea5ef20dfa55170d781b57a70e22d60b45d24c9a503a630346247cdd13','ashamed','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000047',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'5584f403260a1922beb9aac61c5e3ac3ca4043dc8cdc2e37e68ff6e019f95bbc','guilty','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000048',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'a376acb65dae37bf4bdf3fc81f35bb7c1598c45387d73a5d019946adfe30ecdd','lonely','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000049',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'894e2b6513615ce934ecf8787ac81ed46f9bd20170c4d40023ac31302dc199fa','frustrated','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004a',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ac44117cd6d979eb5493fd737c4d69731e7419cc386b446f386d736ded7713c0','empty','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004b',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'c69c5833bc0d4ada8d9e76bacc263e530916700162456d061c5d581e3ecb2bf1','overwhelmed','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004c',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'd6173a814b76ffbca7f237121ae702bad8b8811ca474fe44508fd095eefac0e4','afraid','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004d',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'324bade17cdef29c61e067f5e9eed4c6a755aed636fa972dda15face361bfd12','hurt','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004e',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'de2dcd5bdc11692b2259dcde6935d38f037e430838564c25be4530ba87c248d2','numb','en','unpleasant',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-00000000004f',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'69ebf324621a09ff8bda004e784754a3caef350eeb9094f4f7c8256e08bd7da4','tired','en','none',NULL);
INSERT INTO emotion_word VALUES('00000000-0000-4000-8001-000000000050',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'6e9a1bc5600f90f576dde9480b2f2e03f6508f777d8ecfec91aeb35c5e357405','surprised','en','mixed',NULL);
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
CREATE TABLE blob_chunk (
  content_digest BLOB NOT NULL CHECK (length(content_digest) = 32),
  blob_id TEXT NOT NULL REFERENCES blob (id)
    ON UPDATE RESTRICT ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  sequence INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 32767),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536),
  PRIMARY KEY (blob_id, sequence)
) STRICT;
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
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000003',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'bd29fa3f5f31001b3ea423670fc6baf88e57ff7c83c98ed547f9ac3b045be382','basis6.practice','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000004',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'503edbd3483496c88376e4368c87c3b08a88675c6cb79ce665c9dce6f12e25d1','basis9.practice','none');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000005',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'f82c6f33c9ba7491c257a0f836859edfc94cd6abaee31a47c1c64a92acf45c74','basis6.clinician','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000006',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'cc021a8ebb45095ca50e6de1dcb76128c21cecaf537eea18bfd3e27657e20c5e','basis9.clinician','none');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000007',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'29cf95915606c39fd4ee7374b467b97a060d11fdbf21dad5969346ec3cadf942','basis6.client','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000008',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'5a2efe575e0814081ee3998ca5e77254fe354c4d536fa6c8f2f384df18e29efa','basis9.client','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000009',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'b7d6b2252c57b17cfd9662e7a9a9fab786ab165bb5d1e16670f51d340ce74972','basis6.contact','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000a',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'd545543239b0a64e8fd81b39ae9e7992372c806d22d946e3a0c6f9a795852698','basis9.contact','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000b',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'afbc707b919fdc98e888c07bd17ddb6aebffba90e9485f38a8b3134a78ff7ffb','basis6.client-contact','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000c',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'a6b34220970911edd32d84590015246368f400dbf6cfd4958f8c8fe7f9ec6629','basis9.client-contact','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000d',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ad8de51796e5fc64793674c98d64fa35eced9d37b8d9d972a988eac434172e77','basis6.condition','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000e',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'0778dc5d0822fa998f8750f96738aa7d578850bdda4168b0af88e411005bd340','basis9.condition','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000000f',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'5e72261f514292ad8034eb35ebc41535c09e0cf420850e37a429c76e427b647e','basis6.note','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000010',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'f7c0e8081bb6fd4e7737a6ce1868adcbf0f9c878e14ff0e3a6dfff959c18f6cf','basis9.note','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000011',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'f7d7e04379a4d2f92e9301110cde6bd3ab117769faff377b53875961ab0a8994','basis6.note-version','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000012',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'500f92e9d11f7fb78ed78b53db41172fde78a921f2f32b2e58a886c9be0570a1','basis9.note-version','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000013',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'cb37e44b607fad042d87419f69cec8ee103fa7a8c7ecd75fc8d3267cb9c12e40','basis6.signature','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000014',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'0aa7ed9e4837c05bb011b1331efafcefe67bff756e7ad16740c4521a5bd58e9f','basis9.signature','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000015',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ed9dd8a5878d2d9d66d88d3d09b6ff2039ad2a509e32d556b1318e316fefe9cf','basis6.addendum','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000016',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'cf2c4ff5c2ca7fdb84fb844e1d52ebaa04acd3723cc0a682a3ee1842bced4b41','basis9.addendum','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000017',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ded643728c2f80b84355976be740f8cc8369a3e2ed141c8a16d0364c145f6146','basis6.process-note','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000018',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'937e4cb3412c94ea8a90dc1062329688d9d4e98fc75defe8ab45416698f2bee8','basis9.process-note','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000019',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'9169cb7f5f192d65106d47cf16fe5a110ea2e4da5ba8e21c9dba5d2c255d20be','basis6.process-note-version','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001a',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'2d2524991721eeea2bcff4a8d944ced00f733cc5c1f621cc56adb7374cfd57b1','basis9.process-note-version','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001b',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'7a4c23482a7be21b612464227ca8e0f2ff024afed41e1134eb326439ed11fe0e','basis6.mood-entry','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001c',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'98b316a045b0dc5515df901d4e4090b5c55af386cdf02c6753a07ca9fff08404','basis9.mood-entry','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001d',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'b88f5a7dabadb4bc3be9b7489179c1a80b607a76c9459158c9a351f62ac9d542','basis6.mood-emotion','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001e',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'db405c02e57db9b1a1c1c0c3876912ef941f738581c2b2c7c13624c1e93be00b','basis9.mood-emotion','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000001f',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'6623a2233df0ead7462f05dfff96a123950a78cd1ae0a28b7e40b545ab8ce6d5','basis6.emotion-word','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000020',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'd6389a7cc24eac200cbbba9b8fab86997e4bc13c4f92aebc8c7f74b8a72647eb','basis9.emotion-word','none');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000021',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'fcbe0a2039a126b1848a02cdae6582746d281c1f4fa5da84a0d346aca987682d','basis6.mood-track','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000022',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'3fc6c417c263f351c55ebf4ee9d7a4d54212beff43f14b2f1aa961d058c99371','basis9.mood-track','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000023',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'f5477cd00405364d4abbadc9d1707aa7db9a3fa803e0fc5fd14c1d5e20cae673','basis6.mood-track-value','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000024',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'20b01053d5083788e2a789a9e4954a0ab1a00bd8302ebc0f28733c20c30e024a','basis9.mood-track-value','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000025',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'1b8b6952014a0410d36eb0f1399cdb3f886ca2084a904a68c60f29a12848a9f4','basis6.value-domain','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000026',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'fad5ff60baff7a0b66d73305888e0197519f8006ab6afa62b90a48fc04890962','basis9.value-domain','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000027',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'1ffe4757766cf7b5faec275965a14c3dc0fa35c0a8f6785924d359af52c09fa7','basis6.value-rating','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000028',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'e24aec7b117798a31835a9258f313c38b54655df4b4632289a0f3e9561a6393f','basis9.value-rating','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000029',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'810b15b5388d904e1dca679d223c3610c4d827f677450ac1afcdee7e0b1c12cb','basis6.draft','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002a',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'12f5d4e19e0d323657c5611e59064f151736dd56b28c6641fb5fcd87b0174cf9','basis9.draft','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002b',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'760488e61cdf791c737072dbcc68798d06faad46bdb39bcc07988bfde1e79182','basis6.policy-text','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002c',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'76662a58b78e7cef0def59086a37f8d519d1f4fe4bf08acaec12540300689c51','basis9.policy-text','none');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002d',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'8b80470d43d611748b9611112cdb77460a3aa0aef6dfa94feb5d1dbd648e2eb6','basis6.consent','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002e',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'89429b0b675c81cb9f2b8613779d7ac94bc5aa2d1c730d271ea21bfa5d5b07fd','basis9.consent','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-00000000002f',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'7905568b195e30610919dcfbf6ef5b18a22fae64d05adc58db36fc942888df67','basis6.consent-event','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000030',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'bdb9f05ba5371ed855291055b8ebb3b34ab475cec11346904832f3156410476a','basis9.consent-event','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000031',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'72dcdb338ef33d77785ffe783f52862429f145a83e7f7256f1fa6d5f97714bba','basis6.attachment','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000032',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'83fb076fc0b0b032a0243b695324be76b2c7e5d7df210b2d4c121a170b3d568e','basis9.attachment','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000033',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'635df17b6567cfeaf939bb9567d6fe4cd100549ce36c8308b2cef73f7d5090a2','basis6.blob','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000034',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'd73b8ea994547c105247822648ef90c1a31c1d069f60ff06c36317175790e75b','basis9.blob','health-care');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000035',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'128f268cccc25567b3d770d74819830c97b39fd2ec9fe59b29db19b6319abc5e','basis6.preference','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000036',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'c642cfbcf876c236a201a481cc1f78c312e40ae557f3e4035fe8c3fad3bce5fb','basis9.preference','none');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000037',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'ab3b77e3bfcf4e7db9d55b27ada9e3dd823e775b45f536591830ba0eb75b465b','basis6.learned-word','contract');
INSERT INTO preference VALUES('00000000-0000-4000-8001-000000000038',1,'2026-03-02T10:00:00Z','2026-03-02T10:00:00Z','00000000-0000-4000-8001-000000000001','00000000-0000-4000-8001-000000000001','authored',NULL,'contract','none','normal',NULL,NULL,NULL,X'e8f355bdb74d789df81f2a0d253e733c1124a832a4ca66acf50fa1d5d8225aff','basis9.learned-word','none');
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
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the activity log only grows');
END;
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
CREATE INDEX audit_entity ON audit (entity, seq);
CREATE INDEX backup_ledger_made ON backup_ledger (made_at);
CREATE INDEX search_row_client ON search_row (client_id);
CREATE INDEX practice_created_by_id ON practice (created_by_id);
CREATE INDEX practice_modified_by_id ON practice (modified_by_id);
CREATE INDEX clinician_created_by_id ON clinician (created_by_id);
CREATE INDEX clinician_modified_by_id ON clinician (modified_by_id);
CREATE INDEX clinician_signature_image ON clinician (signature_image)
  WHERE signature_image IS NOT NULL;
CREATE INDEX client_created_by_id ON client (created_by_id);
CREATE INDEX client_modified_by_id ON client (modified_by_id);
CREATE INDEX client_trashed_at ON client (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX client_referral_contact_id ON client (referral_contact_id)
  WHERE referral_contact_id IS NOT NULL;
CREATE INDEX client_family_name ON client (family_name, given_name, id);
CREATE INDEX client_status ON client (status, id);
CREATE INDEX contact_created_by_id ON contact (created_by_id);
CREATE INDEX contact_modified_by_id ON contact (modified_by_id);
CREATE INDEX contact_trashed_at ON contact (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX contact_family_name ON contact (family_name, given_name, id);
CREATE INDEX client_contact_created_by_id ON client_contact (created_by_id);
CREATE INDEX client_contact_modified_by_id ON client_contact (modified_by_id);
CREATE INDEX client_contact_trashed_at ON client_contact (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX client_contact_client_id ON client_contact (client_id);
CREATE INDEX client_contact_contact_id ON client_contact (contact_id);
CREATE INDEX client_contact_authority_evidence_id ON client_contact (authority_evidence_id)
  WHERE authority_evidence_id IS NOT NULL;
CREATE INDEX client_contact_contact_consent_id ON client_contact (contact_consent_id)
  WHERE contact_consent_id IS NOT NULL;
CREATE INDEX condition_created_by_id ON condition (created_by_id);
CREATE INDEX condition_modified_by_id ON condition (modified_by_id);
CREATE INDEX condition_trashed_at ON condition (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX condition_client_id ON condition (client_id);
CREATE INDEX note_created_by_id ON note (created_by_id);
CREATE INDEX note_modified_by_id ON note (modified_by_id);
CREATE INDEX note_trashed_at ON note (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX note_with_contact_id ON note (with_contact_id) WHERE with_contact_id IS NOT NULL;
CREATE INDEX note_current_version_id ON note (current_version_id)
  WHERE current_version_id IS NOT NULL;
CREATE INDEX note_held_on ON note (client_id, held_on);
CREATE INDEX note_unsigned ON note (client_id, held_on)
  WHERE state = 'draft' AND trashed_at IS NULL;
CREATE INDEX note_version_created_by_id ON note_version (created_by_id);
CREATE INDEX note_version_modified_by_id ON note_version (modified_by_id);
CREATE INDEX signature_created_by_id ON signature (created_by_id);
CREATE INDEX signature_modified_by_id ON signature (modified_by_id);
CREATE INDEX signature_signer_id ON signature (signer_id);
CREATE INDEX signature_image ON signature (image) WHERE image IS NOT NULL;
CREATE INDEX signature_signed_id ON signature (signed_id);
CREATE INDEX addendum_created_by_id ON addendum (created_by_id);
CREATE INDEX addendum_modified_by_id ON addendum (modified_by_id);
CREATE INDEX addendum_trashed_at ON addendum (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX addendum_note_id ON addendum (note_id);
CREATE UNIQUE INDEX addendum_sequence ON addendum (note_id, sequence)
  WHERE trashed_at IS NULL;
CREATE INDEX addendum_unsigned ON addendum (note_id)
  WHERE digest IS NULL AND trashed_at IS NULL;
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
CREATE INDEX process_note_version_created_by_id ON process_note_version (created_by_id);
CREATE INDEX process_note_version_modified_by_id ON process_note_version (modified_by_id);
CREATE INDEX mood_entry_created_by_id ON mood_entry (created_by_id);
CREATE INDEX mood_entry_modified_by_id ON mood_entry (modified_by_id);
CREATE INDEX mood_entry_trashed_at ON mood_entry (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX mood_entry_felt_at ON mood_entry (client_id, felt_at);
CREATE INDEX mood_emotion_created_by_id ON mood_emotion (created_by_id);
CREATE INDEX mood_emotion_modified_by_id ON mood_emotion (modified_by_id);
CREATE INDEX mood_emotion_word_id ON mood_emotion (word_id);
CREATE INDEX emotion_word_created_by_id ON emotion_word (created_by_id);
CREATE INDEX emotion_word_modified_by_id ON emotion_word (modified_by_id);
CREATE INDEX emotion_word_trashed_at ON emotion_word (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX mood_track_created_by_id ON mood_track (created_by_id);
CREATE INDEX mood_track_modified_by_id ON mood_track (modified_by_id);
CREATE INDEX mood_track_trashed_at ON mood_track (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX mood_track_client_id ON mood_track (client_id);
CREATE INDEX mood_track_value_created_by_id ON mood_track_value (created_by_id);
CREATE INDEX mood_track_value_modified_by_id ON mood_track_value (modified_by_id);
CREATE INDEX mood_track_value_track_id ON mood_track_value (track_id);
CREATE INDEX value_domain_created_by_id ON value_domain (created_by_id);
CREATE INDEX value_domain_modified_by_id ON value_domain (modified_by_id);
CREATE INDEX value_domain_trashed_at ON value_domain (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX value_domain_client_id ON value_domain (client_id);
CREATE INDEX value_rating_created_by_id ON value_rating (created_by_id);
CREATE INDEX value_rating_modified_by_id ON value_rating (modified_by_id);
CREATE INDEX value_rating_trashed_at ON value_rating (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX value_rating_domain_id ON value_rating (domain_id);
CREATE UNIQUE INDEX value_rating_day ON value_rating (domain_id, rated_on)
  WHERE trashed_at IS NULL;
CREATE INDEX draft_created_by_id ON draft (created_by_id);
CREATE INDEX draft_modified_by_id ON draft (modified_by_id);
CREATE INDEX draft_client_id ON draft (client_id) WHERE client_id IS NOT NULL;
CREATE UNIQUE INDEX draft_target ON draft (
  target_kind, coalesce(target_record, client_id, ''), target_field);
CREATE INDEX policy_text_created_by_id ON policy_text (created_by_id);
CREATE INDEX policy_text_modified_by_id ON policy_text (modified_by_id);
CREATE INDEX policy_text_trashed_at ON policy_text (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX policy_text_supersedes_id ON policy_text (supersedes_id)
  WHERE supersedes_id IS NOT NULL;
CREATE INDEX consent_created_by_id ON consent (created_by_id);
CREATE INDEX consent_modified_by_id ON consent (modified_by_id);
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
CREATE INDEX attachment_created_by_id ON attachment (created_by_id);
CREATE INDEX attachment_modified_by_id ON attachment (modified_by_id);
CREATE INDEX attachment_trashed_at ON attachment (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX attachment_client_id ON attachment (client_id);
CREATE INDEX attachment_content ON attachment (content);
CREATE INDEX blob_created_by_id ON blob (created_by_id);
CREATE INDEX blob_modified_by_id ON blob (modified_by_id);
CREATE INDEX disclosure_created_by_id ON disclosure (created_by_id);
CREATE INDEX disclosure_modified_by_id ON disclosure (modified_by_id);
CREATE INDEX disclosure_client_id ON disclosure (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX disclosure_tombstone_id ON disclosure (tombstone_id) WHERE tombstone_id IS NOT NULL;
CREATE INDEX disclosure_consent_id ON disclosure (consent_id) WHERE consent_id IS NOT NULL;
CREATE INDEX disclosure_corrects_id ON disclosure (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX disclosure_disclosed_at ON disclosure (disclosed_at, id);
CREATE INDEX tombstone_created_by_id ON tombstone (created_by_id);
CREATE INDEX tombstone_modified_by_id ON tombstone (modified_by_id);
CREATE INDEX bundle_import_created_by_id ON bundle_import (created_by_id);
CREATE INDEX bundle_import_modified_by_id ON bundle_import (modified_by_id);
CREATE INDEX bundle_import_journal ON bundle_import (journal) WHERE journal IS NOT NULL;
CREATE INDEX preference_created_by_id ON preference (created_by_id);
CREATE INDEX preference_modified_by_id ON preference (modified_by_id);
CREATE INDEX learned_word_created_by_id ON learned_word (created_by_id);
CREATE INDEX learned_word_modified_by_id ON learned_word (modified_by_id);
CREATE INDEX learned_word_trashed_at ON learned_word (trashed_at) WHERE trashed_at IS NOT NULL;
PRAGMA writable_schema=OFF;
COMMIT;
