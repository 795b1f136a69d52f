/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-help.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cab-cli-text.h"

#define PAGE_WIDTH 80

/* An entry whose left part is wider than this has its help on the next line. */
#define LEFT_WIDTH 30

/* Stands for a blank at which no line is broken: U+00A0. */
#define UNBROKEN "\302\240"

static void
append_entry (GString *out, const char *left, const char *help, guint left_width)
{
  guint column = 2 + cab_cli_text_get_width (left);

  g_string_append_printf (out, "  %s", left);
  if (column + 1 >= left_width)
    {
      g_string_append_c (out, '\n');
      column = 0;
    }

  cab_cli_text_append_padding (out, column, left_width);
  cab_cli_text_append_wrapped (out, help, left_width, left_width, PAGE_WIDTH);
}

static void
append_option (GString *out,
               char letter,
               const char *name,
               const char *value,
               const char *help,
               const char *hyphens)
{
  g_autoptr (GString) left = g_string_new (NULL);

  if (letter != 0)
    g_string_append_printf (left, "-%c, ", letter);
  g_string_append_printf (left, "%s%s", hyphens, name);
  if (value != NULL)
    g_string_append_printf (left, " %s", value);

  append_entry (out, left->str, help, LEFT_WIDTH);
}

static void
append_global_options (GString *out)
{
  g_string_append_printf (out, "\n%s\n", _ ("Options of all commands:"));
  for (const CabCliOption *option = cab_cli_global_options; option->name != NULL; option++)
    append_option (out, option->letter, option->name, option->value, _ (option->help), "--");
}

static void
append_program (GString *out)
{
  guint left_width = 0;

  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    left_width = MAX (left_width, strlen (noun->name) + 4);

  g_string_append_printf (out, "\n%s\n\n%s\n",
                          _ ("Keeps a therapist's practice in one encrypted file."), _ ("Nouns:"));
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    append_entry (out, noun->name, _ (noun->summary), left_width);

  append_global_options (out);
  g_string_append_printf (out, "\n%s\n", _ ("Options that stand alone:"));
  for (const CabCliOption *option = cab_cli_program_options; option->name != NULL; option++)
    append_option (out, option->letter, option->name, option->value, _ (option->help), "--");

  g_string_append_c (out, '\n');
  cab_cli_text_append_wrapped (
      out,
      _ ("“cabinet-cli NOUN --help” shows the verbs of a noun, “cabinet-cli "
         "NOUN VERB --help” what a verb takes. The passphrase is asked for "
         "on the terminal unless a file or a descriptor gives it."),
      0, 0, PAGE_WIDTH);
}

static char *
dup_verb_and_arguments (const CabCliCommand *command)
{
  g_autoptr (GString) text = g_string_new (command->verb);

  if (command->arguments != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", command->arguments);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_noun (GString *out, const CabCliNoun *noun)
{
  g_string_append_printf (out, "\n%s.\n\n%s\n", _ (noun->summary), _ ("Verbs:"));

  for (const CabCliCommand *command = noun->commands; command->noun != NULL; command++)
    {
      g_autofree char *left = dup_verb_and_arguments (command);

      append_entry (out, left, _ (command->summary), LEFT_WIDTH);
    }
}

static void
append_options (GString *out,
                GPtrArray *options,
                const char *heading,
                gboolean are_fields,
                const char *hyphens)
{
  gboolean had_heading = FALSE;

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);

      if (option->is_field != are_fields)
        continue;

      if (!had_heading)
        g_string_append_printf (out, "\n%s\n", heading);
      had_heading = TRUE;
      append_option (out, option->letter, option->name, option->value, option->help, hyphens);
    }
}

static void
append_command (GString *out, const CabCliCommand *command)
{
  g_autoptr (GPtrArray) options = cab_cli_command_list_options (command);

  g_string_append_printf (out, "\n%s.\n", _ (command->summary));
  if (command->details != NULL)
    {
      g_string_append_c (out, '\n');
      cab_cli_text_append_wrapped (out, _ (command->details), 0, 0, PAGE_WIDTH);
    }

  append_options (out, options, _ ("Options:"), FALSE, "--");
  append_options (out, options, _ ("Fields:"), TRUE,
                  cab_cli_command_has_field_options (command) ? "--" : "");
  append_global_options (out);
}

/* The options of a command in its synopsis; its fields are one entry. */
static void
append_synopsis_options (GString *out, const CabCliCommand *command)
{
  g_autoptr (GPtrArray) options = cab_cli_command_list_options (command);

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);

      if (option->is_field)
        continue;

      g_string_append_printf (out, " %s--%s", option->required ? "" : "[", option->name);
      if (option->value != NULL)
        g_string_append_printf (out, UNBROKEN "%s", option->value);
      g_string_append_printf (out, "%s%s", option->required ? "" : "]", option->repeats ? "…" : "");
    }

  if (cab_cli_command_has_field_options (command))
    g_string_append (out, " [--FIELD" UNBROKEN "VALUE]…");
}

/* The synopsis with UNBROKEN where a line must not end. */
static char *
dup_unbroken_synopsis (const CabCliNoun *noun, const CabCliCommand *command)
{
  g_autoptr (GString) out = g_string_new ("cabinet-cli");

  if (command == NULL && noun == NULL)
    g_string_append (out, " [-p" UNBROKEN "FILE] [--passphrase-file" UNBROKEN
                          "FILE | --passphrase-fd" UNBROKEN "N] [--recovery] [--read-only] NOUN"
                          " VERB [ARGUMENT]…");
  else if (command == NULL)
    g_string_append_printf (out, " %s VERB [ARGUMENT]…", noun->name);
  else
    {
      g_autofree char *words = dup_verb_and_arguments (command);

      if (command->file != CAB_CLI_FILE_NONE)
        g_string_append (out, " -p" UNBROKEN "FILE");
      g_string_append_printf (out, " %s%s%s", command->noun, *words != '\0' ? " " : "", words);
      append_synopsis_options (out, command);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

char *
cab_cli_help_dup_synopsis (const CabCliNoun *noun, const CabCliCommand *command)
{
  g_autofree char *synopsis = dup_unbroken_synopsis (noun, command);
  g_autoptr (GString) out = g_string_new (synopsis);

  g_string_replace (out, UNBROKEN, " ", 0);
  return g_string_free_and_steal (g_steal_pointer (&out));
}

char *
cab_cli_help_dup (const CabCliNoun *noun, const CabCliCommand *command)
{
  g_autoptr (GString) out = g_string_new (_ ("Usage: "));
  g_autofree char *synopsis = dup_unbroken_synopsis (noun, command);
  guint indent = cab_cli_text_get_width (out->str);

  cab_cli_text_append_wrapped (out, synopsis, indent, indent, PAGE_WIDTH);
  g_string_replace (out, UNBROKEN, " ", 0);

  if (command != NULL)
    append_command (out, command);
  else if (noun != NULL)
    append_noun (out, noun);
  else
    append_program (out);

  return g_string_free_and_steal (g_steal_pointer (&out));
}
