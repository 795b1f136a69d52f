/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli-command.h"

G_BEGIN_DECLS

/* What several verbs take. */
/* clang-format off */
#define OPTION_ALL                                                                                 \
  {                                                                                                \
    .name = "all", .help = N_("also what lies in the trash, and what is restricted")               \
  }
#define OPTION_FORMAT                                                                              \
  {                                                                                                \
    .name = "format", .value = "csv|xml",                                                          \
    .help = N_("write every field for another program instead of a table for people")              \
  }
#define OPTION_SENSITIVE                                                                           \
  {                                                                                                \
    .name = "sensitive", .help = N_("with --format: sensitive fields, too")                        \
  }
#define OPTION_YES                                                                                 \
  {                                                                                                \
    .name = "yes", .help = N_("do not ask whether this is meant")                                  \
  }
#define OPTION_BUNDLE_PASSPHRASE_FILE                                                              \
  {                                                                                                \
    .name = "bundle-passphrase-file", .value = "FILE",                                             \
    .help = N_("read the passphrase of an encrypted bundle from a file")                           \
  }
#define OPTION_BUNDLE_PASSPHRASE_FD                                                                \
  {                                                                                                \
    .name = "bundle-passphrase-fd", .value = "N",                                                  \
    .help = N_("read it from an open descriptor")                                                  \
  }
#define OPTION_TEXT                                                                                \
  {                                                                                                \
    .name = "text", .value = "TEXT", .help = N_("the text")                                        \
  }
#define OPTION_TEXT_FILE                                                                           \
  {                                                                                                \
    .name = "text-file", .value = "FILE",                                                          \
    .help = N_("the text, read from a file; “-” is standard input")                                \
  }
#define OPTION_STATEMENT                                                                           \
  {                                                                                                \
    .name = "statement", .value = "TEXT", .help = N_("what is stated by signing")                  \
  }
/* clang-format on */

/* The verbs of each noun, ended by a row without a noun. */
extern const CabCliCommand cab_cli_practice_commands[];
extern const CabCliCommand cab_cli_passphrase_commands[];
extern const CabCliCommand cab_cli_recovery_commands[];
extern const CabCliCommand cab_cli_bundle_commands[];
extern const CabCliCommand cab_cli_bag_commands[];
extern const CabCliCommand cab_cli_client_commands[];
extern const CabCliCommand cab_cli_contact_commands[];
extern const CabCliCommand cab_cli_condition_commands[];
extern const CabCliCommand cab_cli_note_commands[];
extern const CabCliCommand cab_cli_mood_commands[];
extern const CabCliCommand cab_cli_value_commands[];
extern const CabCliCommand cab_cli_policy_commands[];
extern const CabCliCommand cab_cli_consent_commands[];
extern const CabCliCommand cab_cli_attachment_commands[];
extern const CabCliCommand cab_cli_backup_commands[];
extern const CabCliCommand cab_cli_trash_commands[];
extern const CabCliCommand cab_cli_disclosure_commands[];
extern const CabCliCommand cab_cli_audit_commands[];
extern const CabCliCommand cab_cli_search_commands[];

G_END_DECLS
