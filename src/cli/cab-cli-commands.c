/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-commands-private.h"

#include <glib/gi18n.h>

/* clang-format off */
const CabCliOption cab_cli_global_options[] = {
  {
    .name = "practice", .letter = 'p', .value = "FILE",
    .help = N_("the practice file, or a backup of it")
  },
  { .name = "passphrase-file", .value = "FILE", .help = N_("read the passphrase from a file") },
  {
    .name = "passphrase-fd", .value = "N",
    .help = N_("read the passphrase from an open descriptor")
  },
  { .name = "recovery", .help = N_("what is given or asked for is the recovery code") },
  { .name = "read-only", .help = N_("change no byte of the file or its folder") },
  {
    .name = "snapshot",
    .help = N_("read a copy of a practice that another program has open")
  },
  {
    .name = "use-this-file",
    .help = N_("open a file that is older than the one last used here, or went its own way")
  },
  {
    .name = "open-anyway",
    .help = N_("open a file that is still marked as open on another computer")
  },
  { .name = "help", .letter = 'h', .help = N_("show what the program, a noun or a verb takes") },
  { NULL }
};

const CabCliOption cab_cli_program_options[] = {
  { .name = "version", .help = N_("show the version") },
  { .name = "manual", .help = N_("write the manual page") },
  { .name = "completion", .help = N_("write the completion for bash") },
  { NULL }
};

const CabCliNoun cab_cli_nouns[] = {
  {
    "practice", N_("The practice itself: its file, its settings, its legal bases"),
    cab_cli_practice_commands
  },
  { "passphrase", N_("The passphrase of the practice"), cab_cli_passphrase_commands },
  {
    "recovery", N_("The recovery sheet, which opens the practice without the passphrase"),
    cab_cli_recovery_commands
  },
  { "client", N_("Clients: people, couples, families and groups"), cab_cli_client_commands },
  {
    "contact", N_("Contacts of clients: guardians, doctors, family, payers"),
    cab_cli_contact_commands
  },
  { "condition", N_("Diagnoses and other conditions of a client"), cab_cli_condition_commands },
  { "note", N_("Notes and process notes"), cab_cli_note_commands },
  { "mood", N_("Moods of a client, and what is tracked with them"), cab_cli_mood_commands },
  { "value", N_("What matters to a client, and how it is lived"), cab_cli_value_commands },
  { "policy", N_("Texts that people agree to"), cab_cli_policy_commands },
  { "consent", N_("What a client agreed to"), cab_cli_consent_commands },
  { "attachment", N_("Files that belong to a client"), cab_cli_attachment_commands },
  {
    "bundle", N_("Bundles: a record as it leaves the practice and comes back"),
    cab_cli_bundle_commands
  },
  { "bag", N_("BagIt bags of anyone"), cab_cli_bag_commands },
  { "backup", N_("Backups: verified copies of the practice file"), cab_cli_backup_commands },
  { "trash", N_("What lies in the trash"), cab_cli_trash_commands },
  { "disclosure", N_("Who was told what about a client"), cab_cli_disclosure_commands },
  { "audit", N_("The activity log"), cab_cli_audit_commands },
  { "search", N_("Finding clients and notes by their words"), cab_cli_search_commands },
  { NULL }
};
/* clang-format on */
