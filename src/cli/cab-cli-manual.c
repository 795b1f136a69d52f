/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-help.h"

#include <string.h>

/* Roff's escapes, and every character outside ASCII by its number, so that the
 * page reads the same whatever the reader's locale is. */
static void
append_roff (GString *out, const char *text)
{
  for (gboolean at_start = TRUE; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (at_start && (character == '.' || character == '\''))
        g_string_append (out, "\\&");
      at_start = character == '\n';

      if (character == '\\')
        g_string_append (out, "\\e");
      else if (character == '-')
        g_string_append (out, "\\-");
      else if (character == '\n')
        g_string_append (out, "\n.PP\n");
      else if (character < 0x80)
        g_string_append_c (out, (char)character);
      else
        g_string_append_printf (out, "\\[u%04X]", character);
    }
}

static void
append_macro (GString *out, const char *macro, const char *text)
{
  g_string_append_printf (out, ".%s ", macro);
  append_roff (out, text);
  g_string_append_c (out, '\n');
}

static void
append_paragraph (GString *out, const char *text)
{
  g_string_append (out, ".PP\n");
  append_roff (out, text);
  g_string_append_c (out, '\n');
}

static void
append_manual_option (GString *out,
                      char letter,
                      const char *name,
                      const char *value,
                      const char *help)
{
  g_string_append (out, ".TP\n");
  if (letter != 0)
    g_string_append_printf (out, "\\fB\\-%c\\fR, ", letter);
  g_string_append (out, "\\fB\\-\\-");
  append_roff (out, name);
  g_string_append (out, "\\fR");
  if (value != NULL)
    {
      g_string_append (out, " \\fI");
      append_roff (out, value);
      g_string_append (out, "\\fR");
    }
  g_string_append_c (out, '\n');
  append_roff (out, help);
  g_string_append_c (out, '\n');
}

static void
append_manual_command (GString *out, const CabCliCommand *command)
{
  g_autofree char *title = g_strjoin (" ", command->noun, command->verb, NULL);
  g_autofree char *synopsis = cab_cli_help_dup_synopsis (NULL, command);
  g_autoptr (GPtrArray) options = cab_cli_command_list_options (command);

  append_macro (out, "SS", title);
  g_string_append (out, ".nh\n");
  append_roff (out, synopsis);
  g_string_append (out, "\n.hy\n.PP\n");
  append_roff (out, command->summary);
  g_string_append (out, ".\n");
  if (command->details != NULL)
    append_paragraph (out, command->details);
  if (cab_cli_command_has_field_options (command))
    append_paragraph (out, "Each field of the record is an option; --help lists them.");

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);

      if (!option->is_field)
        append_manual_option (out, option->letter, option->name, option->value, option->help);
    }
}

static void
append_commands (GString *out)
{
  append_macro (out, "SH", "COMMANDS");
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      for (const CabCliCommand *command = noun->commands; command->noun != NULL; command++)
        append_manual_command (out, command);
    }
}

static void
append_description (GString *out)
{
  append_macro (out, "SH", "DESCRIPTION");
  append_roff (out, "Cabinet keeps the practice of a solo clinician in one encrypted file. This "
                    "program does to such a file whatever Cabinet's window can do.");
  g_string_append_c (out, '\n');
  append_paragraph (out, "CLIENT is a client's reference or an unambiguous part of a name. RECORD "
                         "is the id of a record or an unambiguous beginning of it, of at least "
                         "four characters. DATE is 2026-03-02; where a date need not be exact, "
                         "2026-03 and 2026 do. DATE-TIME is 2026-03-02T09:00 on the practice's "
                         "clock.");
  append_paragraph (out, "The passphrase is asked for on the terminal, without showing it, unless "
                         "a file or a descriptor gives it. It is never taken from the command line "
                         "or the environment. In a file or from a descriptor, one line break at "
                         "the end does not count.");
  append_paragraph (out, "What an option says may be seen by other users of the computer while the "
                         "program runs. Texts of the record can be given in a file or on standard "
                         "input instead: each --FIELD-file FILE reads one long text, and --from "
                         "FILE any fields, one “field: value” a line. A line that begins with a "
                         "blank goes on with the value above it. What follows an empty line is the "
                         "record's main text, as it stands.");
  append_paragraph (out, "Data go to standard output, messages and progress to standard error. In "
                         "tables, control characters are shown as \\x1b; with --format csv or xml "
                         "data leave as they are.");
}

static void
append_status (GString *out)
{
  append_macro (out, "SH", "EXIT STATUS");
  g_string_append (out, ".TP\n0\nDone.\n.TP\n1\nFailed or refused; nothing was changed. Standard "
                        "error has \\[lq]cabinet\\-cli: short\\-name: sentence\\[rq].\n.TP\n2\nThe "
                        "command line was wrong; nothing was done.\n");
}

char *
cab_cli_manual_dup (void)
{
  g_autoptr (GString) out = g_string_new (".\\\" Made by cabinet-cli --manual; do not edit.\n");
  g_autofree char *synopsis = cab_cli_help_dup_synopsis (NULL, NULL);

  g_string_append (out, ".TH CABINET\\-CLI 1 \"\" \"Cabinet\" \"User Commands\"\n");
  append_macro (out, "SH", "NAME");
  append_roff (out, "cabinet-cli - keep a therapist's practice in one encrypted file");
  g_string_append_c (out, '\n');
  append_macro (out, "SH", "SYNOPSIS");
  append_roff (out, synopsis);
  g_string_append_c (out, '\n');
  append_description (out);

  append_macro (out, "SH", "OPTIONS");
  for (const CabCliOption *option = cab_cli_global_options; option->name != NULL; option++)
    append_manual_option (out, option->letter, option->name, option->value, option->help);
  for (const CabCliOption *option = cab_cli_program_options; option->name != NULL; option++)
    append_manual_option (out, option->letter, option->name, option->value, option->help);

  append_commands (out);
  append_status (out);

  return g_string_free_and_steal (g_steal_pointer (&out));
}
