/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-kind.h"

G_BEGIN_DECLS

/**
 * CabCli:
 *
 * One run of the program: its command line, its practice while a command works
 * in it, its streams, and what Ctrl+C cancels. Handed down to every command.
 */
typedef struct _CabCli CabCli;

/**
 * CabCliOption:
 * @name: the long name without its two hyphens
 * @letter: the short name, 0 for none
 * @value: what the value is called in help (`FILE`), %NULL for a switch
 * @help: one line, marked for translation
 * @repeats: may be given more than once
 * @required: must be given
 *
 * One option of a command, or of all of them.
 */
typedef struct
{
  const char *name;
  char letter;
  const char *value;
  const char *help;
  gboolean repeats;
  gboolean required;
} CabCliOption;

/**
 * CabCliFile:
 * @CAB_CLI_FILE_NONE: the command does not look at `-p`
 * @CAB_CLI_FILE_OPENS: opens the practice that `-p` names itself
 * @CAB_CLI_FILE_READS: works in a practice that is open read-only, too
 * @CAB_CLI_FILE_WRITES: refused where the practice is read-only
 *
 * What a command does with the practice file.
 */
typedef enum
{
  CAB_CLI_FILE_NONE,
  CAB_CLI_FILE_OPENS,
  CAB_CLI_FILE_READS,
  CAB_CLI_FILE_WRITES
} CabCliFile;

/**
 * CabCliFields:
 * @CAB_CLI_FIELDS_NONE: no option is made from a field
 * @CAB_CLI_FIELDS_ADD: each field a person may set is an option, and `--from`
 * @CAB_CLI_FIELDS_EDIT: the same, and `--clear`
 * @CAB_CLI_FIELDS_NAMED: no options: one of the words is the name of a field
 *
 * What the field tables add to a command.
 */
typedef enum
{
  CAB_CLI_FIELDS_NONE,
  CAB_CLI_FIELDS_ADD,
  CAB_CLI_FIELDS_EDIT,
  CAB_CLI_FIELDS_NAMED
} CabCliFields;

#define CAB_CLI_MAX_KINDS 3

/**
 * CabCliCommand:
 * @noun: first word
 * @verb: second word, %NULL for a noun that is a command by itself
 * @arguments: the words that follow, as the synopsis shows them: `CLIENT`,
 *   `[CLIENT]` may be left out, `WORDS…` takes one or more
 * @summary: one line without a full stop, marked for translation
 * @details: (nullable): paragraphs for `--help` and the manual
 * @options: (nullable): the command's own, ended by a row without a name
 * @file: what it does with the practice
 * @makes_file: writes a practice file without opening one as `-p` names it, so
 *   that --read-only cannot be meant
 * @fields: whether fields become options
 * @kinds: the kinds it is about: what a record may be that its first word
 *   names, and whose fields become options
 * @without: (nullable): names of fields that do not, parted by a blank: they are
 *   arguments, or follow from the verb
 * @columns: (nullable): for a list: the columns that people see, parted by a
 *   blank: names of fields, `id`, or `name` (the shown name of a client)
 * @run: does it
 *
 * One row of the table that parser, help, manual and completion are made of.
 *
 * Source: design.md "Command line".
 */
typedef struct
{
  const char *noun;
  const char *verb;
  const char *arguments;
  const char *summary;
  const char *details;
  const CabCliOption *options;
  CabCliFile file;
  gboolean makes_file;
  CabCliFields fields;
  const CabKind *kinds[CAB_CLI_MAX_KINDS + 1];
  const char *without;
  const char *columns;
  gboolean (*run) (CabCli *cli, GError **error);
} CabCliCommand;

/**
 * CabCliNoun:
 * @name: first word
 * @summary: what its verbs are about, marked for translation
 * @commands: (array zero-terminated=1): its verbs
 */
typedef struct
{
  const char *name;
  const char *summary;
  const CabCliCommand *commands;
} CabCliNoun;

/** cab_cli_nouns: (array zero-terminated=1): the table of nouns and verbs, in the order of help */
extern const CabCliNoun cab_cli_nouns[];

/** cab_cli_global_options: (array zero-terminated=1): the options every command takes */
extern const CabCliOption cab_cli_global_options[];

/** cab_cli_program_options: (array zero-terminated=1): the options that stand alone, without noun
 */
extern const CabCliOption cab_cli_program_options[];

/**
 * cab_cli_noun_find:
 * @name: a first word
 *
 * Returns: (nullable): the noun
 */
const CabCliNoun *cab_cli_noun_find (const char *name);

/**
 * cab_cli_command_find:
 * @noun: first word
 * @verb: (nullable): second word
 *
 * Returns: (nullable): the command
 */
const CabCliCommand *cab_cli_command_find (const char *noun, const char *verb);

/**
 * cab_cli_command_count_arguments:
 * @self: a command
 * @least: (out): how many words it needs
 * @most: (out): how many it takes, %G_MAXUINT for any number
 *
 * Reads the numbers off the synopsis, so that the two cannot differ.
 */
void cab_cli_command_count_arguments (const CabCliCommand *self, guint *least, guint *most);

/**
 * CabCliFieldOption:
 * @kind: the kind
 * @index: index among all fields of @kind
 * @field: the field
 * @is_file: `--text-file`: the value is the name of a file that holds the text
 *
 * What an option that was made from a field table stands for.
 */
typedef struct
{
  const CabKind *kind;
  guint index;
  const CabField *field;
  gboolean is_file;
} CabCliFieldOption;

/**
 * cab_cli_field_is_settable:
 * @kind: a kind
 * @index: index among all its fields
 *
 * Whether a person may set the field from the command line. Derived fields,
 * digests, content and the owner (which is an argument) are set by acts.
 *
 * Returns: %TRUE when there is an option for it
 */
gboolean cab_cli_field_is_settable (const CabKind *kind, guint index);

/**
 * cab_cli_field_dup_option:
 * @field: a field
 *
 * Returns: (transfer full): the name of its option: hyphens for `_`, a
 *   reference without its `_id`
 */
char *cab_cli_field_dup_option (const CabField *field);

/** cab_cli_command_has_field_options: Returns: whether fields are options of the command */
gboolean cab_cli_command_has_field_options (const CabCliCommand *self);

/**
 * cab_cli_command_has_field:
 * @self: a command
 * @kind: a kind
 * @index: index among all its fields
 *
 * Returns: whether that field is an option of the command, or can be named in it
 */
gboolean cab_cli_command_has_field (const CabCliCommand *self, const CabKind *kind, guint index);

/**
 * cab_cli_command_find_field_of:
 * @self: a command
 * @kind: one of its kinds
 * @name: an option's name
 * @option: (out): what it stands for
 *
 * Returns: %TRUE when there is an option of that name for a field of @kind
 */
gboolean cab_cli_command_find_field_of (const CabCliCommand *self,
                                        const CabKind *kind,
                                        const char *name,
                                        CabCliFieldOption *option);

/**
 * cab_cli_command_find_field:
 * @self: a command
 * @name: an option's name
 * @option: (out): what it stands for in the first of the kinds that has it
 *
 * Returns: %TRUE when one of the command's kinds has a field of that name
 */
gboolean
cab_cli_command_find_field (const CabCliCommand *self, const char *name, CabCliFieldOption *option);

/**
 * CabCliShownOption:
 * @letter: the short name, 0 for none
 * @name: the long name
 * @value: (nullable): what its value is called
 * @help: (nullable): the line of help
 * @repeats: may be given more than once
 * @required: must be given
 * @is_field: it is a field
 *
 * An option as help, manual and completion show it.
 */
typedef struct
{
  char letter;
  char *name;
  char *value;
  char *help;
  gboolean repeats;
  gboolean required;
  gboolean is_field;
} CabCliShownOption;

/**
 * cab_cli_command_list_options:
 * @self: a command
 *
 * Returns: (transfer full) (element-type CabCliShownOption): its own options,
 *   then its fields; not the global ones
 */
GPtrArray *cab_cli_command_list_options (const CabCliCommand *self);

G_END_DECLS
