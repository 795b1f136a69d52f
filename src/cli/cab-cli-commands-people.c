/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-commands-private.h"

#include <glib/gi18n.h>

#include "cab-cli-client.h"
#include "cab-cli-contact.h"
#include "cab-cli-erase.h"
#include "cab-cli-import.h"
#include "cab-cli-record.h"
#include "cab-client-contact.h"
#include "cab-client.h"
#include "cab-condition.h"
#include "cab-contact.h"

/* The nouns that are about people. */

/* clang-format off */
static const CabCliOption client_list_options[] = {
  { .name = "status", .value = "STATUS", .help = N_("only clients of that status") },
  OPTION_ALL,
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

static const CabCliOption list_options[] = {
  OPTION_ALL,
  OPTION_FORMAT,
  OPTION_SENSITIVE,
  { NULL }
};

static const CabCliOption erase_options[] = {
  {
    .name = "ground", .value = "CODE",
    .help = N_("why: retention, request, minor-without-consent or mistake"), .required = TRUE
  },
  OPTION_YES,
  { NULL }
};

static const CabCliOption import_options[] = {
  { .name = "dry-run", .help = N_("say what would happen, and change nothing") },
  {
    .name = "status", .value = "STATUS", .help = N_("enquiry, which it is without it, or archived")
  },
  {
    .name = "map", .value = "NAME",
    .help = N_("the name under which the practice keeps what is said here about such tables")
  },
  { .name = "map-file", .value = "FILE", .help = N_("read what there is to say from a file") },
  {
    .name = "save-map", .value = "FILE",
    .help = N_("write what is said here into a new file, for --map-file")
  },
  {
    .name = "column", .value = "HEADING=FIELD", .repeats = TRUE,
    .help = N_("what a heading means: a field of a client, source, whole_name or leave")
  },
  {
    .name = "date-order", .value = "FIELD=ORDER", .repeats = TRUE,
    .help = N_("how the dates of a field are written: ymd, dmy or mdy")
  },
  {
    .name = "century", .value = "FIELD=YEAR", .repeats = TRUE,
    .help = N_("what years of two digits are added to: 1900 or 2000")
  },
  {
    .name = "encoding", .value = "NAME", .help = N_("utf-8, utf-16, windows-1252 or iso-8859-1")
  },
  { .name = "split-names", .help = N_("take names apart that are written “Last, First”") },
  { .name = "unguard", .help = N_("take off the apostrophe that guards cells from formulas") },
  {
    .name = "take-row", .value = "N", .repeats = TRUE,
    .help = N_("whoever is in that row is not the person here who looks the same")
  },
  {
    .name = "rejects", .value = "FILE",
    .help = N_("write the rows at fault into a new table, with the reason")
  },
  { NULL }
};

static const CabCliOption restrict_options[] = {
  {
    .name = "ground", .value = "CODE", .required = TRUE,
    .help = N_("why: accuracy-contested, unlawful, legal-claims, objection-pending or asked")
  },
  { .name = "note", .value = "TEXT", .help = N_("what was agreed") },
  { NULL }
};

static const CabCliOption lift_options[] = {
  {
    .name = "reason", .value = "TEXT", .help = N_("why it is lifted"), .required = TRUE
  },
  {
    .name = "told", .value = "TEXT", .required = TRUE,
    .help = N_("when and how the client was told before")
  },
  { NULL }
};

const CabCliCommand cab_cli_client_commands[] = {
  {
    .noun = "client", .verb = "list", .summary = N_("List the clients"),
    .options = client_list_options, .file = CAB_CLI_FILE_READS, .kinds = { &cab_client_kind },
    .columns = "reference name status status_since", .run = cab_cli_record_list
  },
  {
    .noun = "client", .verb = "show", .arguments = "CLIENT", .summary = N_("Show one client"),
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_client_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "client", .verb = "add", .summary = N_("Add a client, and print the reference"),
    .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_client_kind },
    .run = cab_cli_record_add
  },
  {
    .noun = "client", .verb = "edit", .arguments = "CLIENT",
    .summary = N_("Change fields of a client"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_client_kind }, .run = cab_cli_record_edit
  },
  {
    .noun = "client", .verb = "trash", .arguments = "CLIENT",
    .summary = N_("Move a client to the trash, with all records"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_client_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "client", .verb = "restore", .arguments = "REFERENCE",
    .summary = N_("Take a client out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_client_kind }, .run = cab_cli_record_restore
  },
  {
    .noun = "client", .verb = "restrict", .arguments = "CLIENT",
    .summary = N_("Restrict a client’s record: it is kept and used for nothing else"),
    .options = restrict_options, .file = CAB_CLI_FILE_WRITES, .kinds = { &cab_client_kind },
    .run = cab_cli_client_restrict
  },
  {
    .noun = "client", .verb = "lift", .arguments = "CLIENT",
    .summary = N_("Lift the restriction of a client’s record"), .options = lift_options,
    .file = CAB_CLI_FILE_WRITES, .kinds = { &cab_client_kind }, .run = cab_cli_client_lift
  },
  {
    .noun = "client", .verb = "import", .arguments = "CSV",
    .summary = N_("Bring people in from a table of another system"),
    .details = N_("All of them come in, or nobody. They are enquiries without any consent, and "
                  "the legal basis is still to be set. A second import of the same table adds "
                  "nothing."),
    .options = import_options, .file = CAB_CLI_FILE_WRITES, .run = cab_cli_client_import
  },
  {
    .noun = "client", .verb = "erase", .arguments = "CLIENT",
    .summary = N_("Erase a client with all records, for good"),
    .details = N_("What stays is a tombstone: numbers and dates, no name. Backups that were made "
                  "before still hold the client until they are scrubbed or grow too old."),
    .options = erase_options, .file = CAB_CLI_FILE_WRITES, .kinds = { &cab_client_kind },
    .run = cab_cli_client_erase
  },
  { NULL }
};

const CabCliCommand cab_cli_contact_commands[] = {
  {
    .noun = "contact", .verb = "list", .arguments = "[CLIENT]",
    .summary = N_("List all contacts, or those of a client"), .options = list_options,
    .file = CAB_CLI_FILE_READS, .kinds = { &cab_contact_kind, &cab_client_contact_kind },
    .run = cab_cli_contact_list
  },
  {
    .noun = "contact", .verb = "show", .arguments = "CONTACT",
    .summary = N_("Show a contact, or what it is to a client"), .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_contact_kind, &cab_client_contact_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "contact", .verb = "add", .arguments = "[CLIENT]",
    .summary = N_("Add a contact, or link one to a client, and print its id"),
    .details = N_("With a client, what the contact is to them is added as well: --role says it. "
                  "--contact links one that is there already, and nothing else about it is then "
                  "given."), .file = CAB_CLI_FILE_WRITES, .fields = CAB_CLI_FIELDS_ADD,
    .kinds = { &cab_contact_kind, &cab_client_contact_kind }, .run = cab_cli_contact_add
  },
  {
    .noun = "contact", .verb = "edit", .arguments = "CONTACT",
    .summary = N_("Change fields of a contact or of its link"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_contact_kind, &cab_client_contact_kind },
    .run = cab_cli_record_edit
  },
  {
    .noun = "contact", .verb = "trash", .arguments = "CONTACT",
    .summary = N_("Move a contact or a link to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_contact_kind, &cab_client_contact_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "contact", .verb = "restore", .arguments = "CONTACT",
    .summary = N_("Take a contact or a link out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_contact_kind, &cab_client_contact_kind }, .run = cab_cli_record_restore
  },
  { NULL }
};

const CabCliCommand cab_cli_condition_commands[] = {
  {
    .noun = "condition", .verb = "list", .arguments = "[CLIENT]",
    .summary = N_("List conditions"), .options = list_options, .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_condition_kind },
    .columns = "id client_id label certainty condition_status diagnosed_on",
    .run = cab_cli_record_list
  },
  {
    .noun = "condition", .verb = "show", .arguments = "RECORD",
    .summary = N_("Show one condition"), .file = CAB_CLI_FILE_READS,
    .kinds = { &cab_condition_kind }, .run = cab_cli_record_show
  },
  {
    .noun = "condition", .verb = "add", .arguments = "CLIENT",
    .summary = N_("Add a condition of a client, and print its id"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_ADD, .kinds = { &cab_condition_kind }, .run = cab_cli_record_add
  },
  {
    .noun = "condition", .verb = "edit", .arguments = "RECORD",
    .summary = N_("Change fields of a condition"), .file = CAB_CLI_FILE_WRITES,
    .fields = CAB_CLI_FIELDS_EDIT, .kinds = { &cab_condition_kind }, .run = cab_cli_record_edit
  },
  {
    .noun = "condition", .verb = "trash", .arguments = "RECORD",
    .summary = N_("Move a condition to the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_condition_kind }, .run = cab_cli_record_trash
  },
  {
    .noun = "condition", .verb = "restore", .arguments = "RECORD",
    .summary = N_("Take a condition out of the trash"), .file = CAB_CLI_FILE_WRITES,
    .kinds = { &cab_condition_kind }, .run = cab_cli_record_restore
  },
  { NULL }
};
/* clang-format on */
