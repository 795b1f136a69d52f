/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-commands-private.h"

#include <glib/gi18n.h>

#include "cab-cli-attention.h"
#include "cab-cli-backup.h"
#include "cab-cli-bundle.h"
#include "cab-cli-import.h"
#include "cab-cli-maintain.h"
#include "cab-cli-passphrase.h"
#include "cab-cli-practice.h"
#include "cab-client.h"
#include "cab-clinician.h"
#include "cab-practice-settings.h"

/* The nouns that are about the practice file as a whole. */

/* clang-format off */
static const CabCliOption create_options[] = {
  { .name = "sample", .help = N_("fill it with people who do not exist") },
  { .name = "clients", .value = "N", .help = N_("with --sample: how many, 24 without it") },
  {
    .name = "sessions", .value = "N",
    .help = N_("with --sample: how often each of them comes, some six times without it")
  },
  { .name = "seed", .value = "N", .help = N_("with --sample: which people, 1 without it") },
  { .name = "name", .value = "TEXT", .help = N_("what the practice is called") },
  { .name = "clinician", .value = "TEXT", .help = N_("the name of the clinician who keeps it") },
  {
    .name = "profession", .value = "CODE",
    .help = N_("counsellor, psychotherapist, practitioner-psychologist, arts-therapist, "
               "child-psychotherapist, medical, nurse, social-worker or other")
  },
  {
    .name = "jurisdiction", .value = "CODE",
    .help = N_("whose law it works under: uk, eu, us-hipaa, us-other or other")
  },
  {
    .name = "zone", .value = "ZONE",
    .help = N_("the time zone of its clock, as Europe/London; that of this computer without it")
  },
  {
    .name = "locale", .value = "TEXT",
    .help = N_("language and country of its documents, as en-GB")
  },
  { .name = "currency", .value = "TEXT", .help = N_("three letters, as GBP") },
  {
    .name = "slow",
    .help = N_("slower to open, 4 seconds and 1 GB of memory, and harder to guess")
  },
  { NULL }
};

static const CabCliOption set_options[] = {
  { .name = "value-file", .value = "FILE", .help = N_("read the value from a file") },
  { NULL }
};

static const CabCliOption repair_options[] = {
  {
    .name = "header", .value = "DIGITS",
    .help = N_("the file header from the recovery sheet; without it, what this computer remembers")
  },
  { NULL }
};

static const CabCliOption change_options[] = {
  {
    .name = "new-passphrase-file", .value = "FILE",
    .help = N_("read the new passphrase from a file")
  },
  {
    .name = "new-passphrase-fd", .value = "N",
    .help = N_("read the new passphrase from an open descriptor")
  },
  { NULL }
};

static const CabCliOption make_options[] = {
  {
    .name = "to", .value = "FOLDER", .help = N_("the folder the backup goes to"),
    .required = TRUE
  },
  { .name = "keep-all", .help = N_("remove no backup that is older than the practice keeps them") },
  { .name = "date-is-right", .help = N_("remove them also after a long pause") },
  { NULL }
};

static const CabCliOption format_options[] = {
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption remove_options[] = {
  OPTION_YES,
  { NULL }
};

const CabCliCommand cab_cli_practice_commands[] = {
  {
    .noun = "practice", .verb = "create", .arguments = "FILE",
    .summary = N_("Make a new, empty practice"),
    .details = N_("The passphrase of the new file comes from --passphrase-file, --passphrase-fd "
                  "or, twice, from the terminal. What is not said about the practice can be set "
                  "later."), .options = create_options, .file = CAB_CLI_FILE_NONE,
    .makes_file = TRUE, .run = cab_cli_practice_create
  },
  {
    .noun = "practice", .verb = "info",
    .summary = N_("Tell about the file: its keys, its age, how much is in it"),
    .file = CAB_CLI_FILE_READS, .run = cab_cli_practice_info
  },
  {
    .noun = "practice", .verb = "show",
    .summary = N_("Show the settings of the practice, its clinician and its legal bases"),
    .file = CAB_CLI_FILE_READS, .run = cab_cli_practice_show
  },
  {
    .noun = "practice", .verb = "set", .arguments = "FIELD [VALUE]",
    .summary = N_("Set a field of the practice or of its clinician"),
    .details = N_("FIELD is also basis6.KIND or basis9.KIND: the legal basis of GDPR Art 6 or 9 "
                  "that new records of that kind get, as “basis6.mood-entry consent”. An empty "
                  "value clears a field."), .options = set_options, .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_NAMED, .kinds = { &cab_practice_kind, &cab_clinician_kind },
    .run = cab_cli_practice_set
  },
  {
    .noun = "practice", .verb = "fill-basis", .arguments = "KIND",
    .summary = N_("Give every record of a kind that has no legal basis the practice’s own"),
    .details = N_("KIND is a kind of record as “practice show” lists it: “client” for people who "
                  "came in from a list. All of them get the basis that new records of that kind "
                  "get, or none; who has one keeps it. Records of restricted clients are left "
                  "as they are, and counted."), .file = CAB_CLI_FILE_WRITES,
    .run = cab_cli_practice_fill_basis
  },
  {
    .noun = "practice", .verb = "attention", .arguments = "[CLIENT]",
    .summary = N_("List what needs attention today"),
    .details = N_("Notes that are not signed, texts begun and not kept, consents that end, backups "
                  "and the recovery sheet. Red comes first. With a client, only what is about "
                  "that client."),
    .options = format_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_attention_list
  },
  {
    .noun = "practice", .verb = "check",
    .summary = N_("Look at every page, record and log entry, and say what is wrong"),
    .file = CAB_CLI_FILE_READS, .run = cab_cli_practice_check
  },
  {
    .noun = "practice", .verb = "raw-key",
    .summary = N_("Print the line by which the sqlcipher shell opens the file"),
    .details = N_("Whoever has that line and the file can read it."), .file = CAB_CLI_FILE_OPENS,
    .run = cab_cli_practice_raw_key
  },
  {
    .noun = "practice", .verb = "compact",
    .summary = N_("Write the file anew without the room that erased records left"),
    .file = CAB_CLI_FILE_WRITES, .run = cab_cli_practice_compact
  },
  {
    .noun = "practice", .verb = "repair", .arguments = "FILE",
    .summary = N_("Put back the first 16 bytes of a practice file, in a verified copy"),
    .options = repair_options, .makes_file = TRUE, .run = cab_cli_practice_repair
  },
  { NULL }
};

const CabCliCommand cab_cli_passphrase_commands[] = {
  {
    .noun = "passphrase", .verb = "change", .summary = N_("Change the passphrase"),
    .details = N_("--passphrase-file and --passphrase-fd give the old one, or with --recovery the "
                  "recovery code. The new one is asked for twice on the terminal unless an option "
                  "gives it."),
    .options = change_options, .file = CAB_CLI_FILE_OPENS, .run = cab_cli_passphrase_change
  },
  { NULL }
};

const CabCliCommand cab_cli_recovery_commands[] = {
  {
    .noun = "recovery", .verb = "show", .summary = N_("Print the recovery sheet"),
    .file = CAB_CLI_FILE_OPENS,
    .run = cab_cli_recovery_show
  },
  {
    .noun = "recovery", .verb = "prove",
    .summary = N_("Prove with --recovery that a code opens the practice"),
    .file = CAB_CLI_FILE_OPENS,
    .run = cab_cli_recovery_prove
  },
  { NULL }
};

static const CabCliOption restore_options[] = {
  {
    .name = "to", .value = "FILE",
    .help = N_("where the practice goes; what is there is kept under another name"),
    .required = TRUE
  },
  { NULL }
};

static const CabCliOption export_options[] = {
  {
    .name = "profile", .value = "PROFILE", .required = TRUE,
    .help = N_("access: the client's copy of everything; portability: what the client gave; "
               "transfer: for the next clinician, without loss; practice: everything, without "
               "loss; disclosures: who was told what")
  },
  {
    .name = "to", .value = "PATH", .required = TRUE,
    .help = N_("the folder it goes to, or the name it gets")
  },
  { .name = "folder", .help = N_("write a folder instead of a ZIP file") },
  {
    .name = "withhold", .value = "RECORD=GROUND", .repeats = TRUE,
    .help = N_("leave a record out, with all that hangs on it, on that ground")
  },
  {
    .name = "kinds", .value = "KIND,…|all",
    .help = N_("for transfer: only these kinds of record")
  },
  {
    .name = "since", .value = "DAY",
    .help = N_("only what took place from that day on: notes, moods, values, disclosures")
  },
  { .name = "until", .value = "DAY", .help = N_("only what took place up to that day") },
  {
    .name = "process-notes", .value = "yes|no",
    .help = N_("for transfer: whether process notes go along")
  },
  { .name = "recipient", .value = "TEXT", .help = N_("who gets it; the client without it") },
  {
    .name = "ground", .value = "CODE",
    .help = N_("by what right it leaves: subject-request without it, for transfer consent")
  },
  {
    .name = "channel", .value = "CODE",
    .help = N_("how it goes: in-person, post, email, portal, usb, phone or other")
  },
  {
    .name = "encrypt-passphrase-file", .value = "FILE",
    .help = N_("encrypt it with the passphrase in that file")
  },
  {
    .name = "generate-passphrase-to", .value = "FILE",
    .help = N_("encrypt it with a passphrase of seven words, and write that into a new file")
  },
  { .name = "plain", .help = N_("do not encrypt it; needs --asked-by") },
  { .name = "asked-by", .value = "TEXT", .help = N_("who asked for no encryption") },
  OPTION_YES,
  { NULL }
};

static const CabCliOption verify_options[] = {
  OPTION_BUNDLE_PASSPHRASE_FILE,
  OPTION_BUNDLE_PASSPHRASE_FD,
  { NULL }
};

static const CabCliOption bundle_import_options[] = {
  { .name = "dry-run", .help = N_("say what would happen, and change nothing") },
  {
    .name = "conflicts", .value = "CHOICE",
    .help = N_("records that differ from those here: keep ours, which it is without it; take "
               "theirs; keep both")
  },
  {
    .name = "conflict", .value = "RECORD=CHOICE", .repeats = TRUE,
    .help = N_("the same for one of them")
  },
  {
    .name = "take-client", .value = "CLIENT", .repeats = TRUE,
    .help = N_("a client of the bundle who is possibly here already is somebody else")
  },
  OPTION_BUNDLE_PASSPHRASE_FILE,
  OPTION_BUNDLE_PASSPHRASE_FD,
  { NULL }
};

const CabCliCommand cab_cli_bundle_commands[] = {
  {
    .noun = "bundle", .verb = "export", .arguments = "[CLIENT]",
    .summary = N_("Make a bundle, verify it, record it, and print where it is"),
    .details = N_("Without --encrypt-passphrase-file, --generate-passphrase-to or --plain, a "
                  "passphrase of seven words is drawn and shown once on the terminal. The export "
                  "is in the activity log, and in the disclosures when it leaves the practice."),
    .options = export_options, .file = CAB_CLI_FILE_READS, .kinds = { &cab_client_kind },
    .run = cab_cli_bundle_export
  },
  {
    .noun = "bundle", .verb = "verify", .arguments = "PATH",
    .summary = N_("Check a bundle: “valid”, or one line for each fault"),
    .options = verify_options, .run = cab_cli_bundle_verify
  },
  {
    .noun = "bundle", .verb = "import", .arguments = "PATH",
    .summary = N_("Take a transfer or practice bundle in, or nothing of it"),
    .options = bundle_import_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_bundle_import
  },
  { NULL }
};

const CabCliCommand cab_cli_bag_commands[] = {
  {
    .noun = "bag", .verb = "verify", .arguments = "PATH",
    .summary = N_("Check any BagIt 1.0 bag, a folder or a ZIP file, by the rules of RFC 8493"),
    .options = verify_options, .run = cab_cli_bag_verify
  },
  { NULL }
};

static const CabCliOption copy_options[] = {
  { .name = "from", .value = "FILE", .help = N_("the backup"), .required = TRUE },
  { .name = "take-backup", .help = N_("where a record differs, take the backup's") },
  { NULL }
};

static const CabCliOption scrub_options[] = {
  {
    .name = "old-passphrase-file", .value = "FILE",
    .help = N_("the passphrase of backups from before it was changed")
  },
  { .name = "old-passphrase-fd", .value = "N", .help = N_("read it from an open descriptor") },
  { NULL }
};

const CabCliCommand cab_cli_backup_commands[] = {
  {
    .noun = "backup", .verb = "make", .summary = N_("Make a backup, check it, and print its name"),
    .options = make_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_backup_make
  },
  {
    .noun = "backup", .verb = "list", .summary = N_("List the backups that the practice knows of"),
    .options = format_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_backup_list
  },
  {
    .noun = "backup", .verb = "check", .arguments = "FILE",
    .summary = N_("Look at everything in a backup of this practice, and note what was found"),
    .details = N_("A backup that does not pass is no longer one that is kept for being good. For "
                  "one from before a change of passphrase there is “backup verify”."),
    .file = CAB_CLI_FILE_WRITES, .run = cab_cli_backup_check
  },
  {
    .noun = "backup", .verb = "remove", .arguments = "FILE",
    .summary = N_("Delete a backup of this practice"),
    .details = N_("A file that is not the backup that was put there is not touched."),
    .options = remove_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_backup_remove
  },
  {
    .noun = "backup", .verb = "scrub", .arguments = "[FILE]…",
    .summary = N_("Remove whoever was erased from backups, each in a verified copy"),
    .details = N_("Prints “scrubbed” or “unchanged” and the name of each. Without a file, it is "
                  "every backup that the practice knows of and that can be reached."),
    .options = scrub_options, .file = CAB_CLI_FILE_OPENS, .run = cab_cli_backup_scrub
  },
  {
    .noun = "backup", .verb = "restore", .arguments = "FILE",
    .summary = N_("Put a backup where the practice was, in a verified copy"),
    .details = N_("What is there is kept under another name. Whoever was erased since the backup "
                  "was made is erased from it again, as far as that file still knows."),
    .options = restore_options, .makes_file = TRUE, .run = cab_cli_backup_restore
  },
  {
    .noun = "backup", .verb = "compare", .arguments = "FILE",
    .summary = N_("List what differs between a backup and the practice"),
    .details = N_("Clients come first, then the records in the order of kinds. What was erased "
                  "since is counted and not listed."),
    .options = format_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_backup_compare
  },
  {
    .noun = "backup", .verb = "copy", .arguments = "KIND RECORD",
    .summary = N_("Copy a record and what hangs on it from a backup into the practice"),
    .details = N_("RECORD is an id or a name in the backup. What is here already stays as it is; "
                  "what is signed is never written over, and what was erased stays erased."),
    .options = copy_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_backup_copy
  },
  {
    .noun = "backup", .verb = "verify", .arguments = "FILE",
    .summary = N_("Look at everything in a backup, and say what is wrong"),
    .run = cab_cli_backup_verify
  },
  { NULL }
};
/* clang-format on */
