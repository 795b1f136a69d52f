/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-commands-private.h"

#include <glib/gi18n.h>

#include "cab-audit-record.h"
#include "cab-cli-audit.h"
#include "cab-cli-disclosure.h"
#include "cab-cli-erase.h"
#include "cab-cli-record.h"
#include "cab-cli-search.h"
#include "cab-disclosure.h"

/* The nouns that look across the whole practice. */

/* clang-format off */
static const CabCliOption list_options[] = {
  OPTION_ALL,
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

static const CabCliOption check_options[] = {
  OPTION_BUNDLE_PASSPHRASE_FILE,
  OPTION_BUNDLE_PASSPHRASE_FD,
  { NULL }
};

static const CabCliOption audit_list_options[] = {
  { .name = "last", .value = "N", .help = N_("only that many of the newest entries") },
  { .name = "act", .value = "ACT", .help = N_("only what was done so: change, sign, export …") },
  { .name = "from", .value = "DATE", .help = N_("only from that day on") },
  { .name = "to", .value = "DATE", .help = N_("only until that day") },
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption audit_verify_options[] = {
  {
    .name = "anchor", .value = "ANCHOR",
    .help = N_("an anchor from paper, which the log must go through")
  },
  { NULL }
};

static const CabCliOption anchor_options[] = {
  {
    .name = "to", .value = "FILE", .help = N_("where it goes; “-” is standard output"),
    .required = TRUE
  },
  { NULL }
};

static const CabCliOption search_options[] = {
  { .name = "limit", .value = "N", .help = N_("at most that many, 50 without it") },
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption format_options[] = {
  OPTION_FORMAT,
  { NULL }
};

static const CabCliOption yes_options[] = {
  OPTION_YES,
  { NULL }
};

const CabCliCommand cab_cli_trash_commands[] = {
  {
    .noun = "trash", .verb = "list", .summary = N_("List what lies in the trash"),
    .options = format_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_trash_list
  },
  {
    .noun = "trash", .verb = "empty", .summary = N_("Erase everything in the trash, for good"),
    .options = yes_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_trash_empty
  },
  { NULL }
};

static const CabCliOption disclosure_export_options[] = {
  { .name = "as", .value = "FORMAT", .help = N_("pdf or csv"), .required = TRUE },
  { .name = "ground", .value = "CODE", .help = N_("only what went out on that ground") },
  { .name = "since", .value = "DAY", .help = N_("the first day of what goes") },
  { .name = "until", .value = "DAY", .help = N_("the last day of what goes") },
  {
    .name = "to", .value = "FILE", .help = N_("where it goes; “-” is standard output"),
    .required = TRUE
  },
  { NULL }
};

const CabCliCommand cab_cli_disclosure_commands[] = {
  {
    .noun = "disclosure", .verb = "list", .arguments = "[CLIENT]",
    .summary = N_("List disclosures"), .options = list_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_disclosure_kind },
    .columns = "id client_id disclosed_at recipient_name ground channel",
    .run = cab_cli_record_list
  },
  {
    .noun = "disclosure", .verb = "show", .arguments = "RECORD",
    .summary = N_("Show one disclosure"), .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_disclosure_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "disclosure", .verb = "add", .arguments = "CLIENT",
    .summary = N_("Record that someone was told something, and print its id"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_disclosure_kind },
    .run = cab_cli_record_add
  },
  {
    .noun = "disclosure", .verb = "export", .arguments = "[CLIENT]",
    .summary = N_("Put the register of disclosures on paper, or write it as a table"),
    .details = N_("Whose data it was is told by the reference, never the name. The activity log "
                  "tells that it was exported."),
    .options = disclosure_export_options, .file = CAB_CLI_FILE_READS,
    .run = cab_cli_disclosure_export
  },
  {
    .noun = "disclosure", .verb = "check", .arguments = "PATH",
    .summary = N_("Compare a recipient’s copy of a bundle with what was handed over"),
    .details = N_("Tells to whom and when this very bundle went out; one line for each fault when "
                  "it was changed since."), .options = check_options, .file = CAB_CLI_FILE_READS,
    .run = cab_cli_disclosure_check
  },
  { NULL }
};

const CabCliCommand cab_cli_audit_commands[] = {
  {
    .noun = "audit", .verb = "list", .arguments = "[CLIENT]",
    .summary = N_("List the activity log, or what it says about a client"),
    .options = audit_list_options, .file = CAB_CLI_FILE_READS, .kinds = { &cab_audit_kind },
    .run = cab_cli_audit_list
  },
  {
    .noun = "audit", .verb = "verify",
    .summary = N_("Check that the activity log was not changed"),
    .options = audit_verify_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_audit_verify
  },
  {
    .noun = "audit", .verb = "anchor",
    .summary = N_("Put the end of the activity log on paper, as a PDF file"),
    .details = N_("Entries up to a printed anchor cannot be changed unnoticed, not even by "
                  "somebody who knows the passphrase."),
    .options = anchor_options, .file = CAB_CLI_FILE_READS, .run = cab_cli_audit_anchor
  },
  { NULL }
};

const CabCliCommand cab_cli_search_commands[] = {
  {
    .noun = "search", .arguments = "WORDS…", .summary = N_("Search clients and notes"),
    .details = N_("Finds what holds all the words; the last counts as a beginning. Case and "
                  "accents do not matter. The log notes that there was a search, never its "
                  "words."), .options = search_options, .file = CAB_CLI_FILE_READS,
    .run = cab_cli_search_run
  },
  { NULL }
};
/* clang-format on */
