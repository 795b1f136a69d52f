/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#include "config.h"

#include "cab-cli-command.h"
#include "cab-cli-help.h"
#include "cab-cli-value.h"

#include <string.h>

typedef void (*CommandFunc) (const CabCliCommand *command);

static void
with_each_command (CommandFunc func)
{
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      for (const CabCliCommand *command = noun->commands; command->noun != NULL; command++)
        {
          g_test_message ("%s %s", command->noun, command->verb != NULL ? command->verb : "");
          func (command);
        }
    }
}

static void
check_row (const CabCliCommand *command)
{
  g_assert_nonnull (cab_cli_noun_find (command->noun));
  g_assert_true (cab_cli_command_find (command->noun, command->verb) == command);
  g_assert_nonnull (command->run);
  g_assert_nonnull (command->summary);
  g_assert_false (g_str_has_suffix (command->summary, "."));
  g_assert_true (command->fields == CAB_CLI_FIELDS_NONE || command->kinds[0] != NULL);
}

/* Every row of the table is whole, and can be found by its words. */
static void
test_rows (void)
{
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      g_test_message ("%s", noun->name);
      g_assert_true (cab_cli_noun_find (noun->name) == noun);
      g_assert_nonnull (noun->summary);
      g_assert_cmpstr (noun->commands[0].noun, ==, noun->name);
    }

  with_each_command (check_row);
}

static void
check_options (const CabCliCommand *command)
{
  g_autoptr (GPtrArray) options = cab_cli_command_list_options (command);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const CabCliOption *option = cab_cli_global_options; option->name != NULL; option++)
    g_assert_true (g_hash_table_add (seen, (gpointer)option->name));

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);
      gsize n_plain = strspn (option->name, "abcdefghijklmnopqrstuvwxyz0123456789-");

      g_test_message ("--%s", option->name);
      if (cab_cli_command_has_field_options (command) || !option->is_field)
        g_assert_true (g_hash_table_add (seen, option->name));
      g_assert_nonnull (option->help);
      g_assert_cmpuint (n_plain, ==, strlen (option->name));
    }
}

/* No two options of a command share a name: fields, own and global ones. */
static void
test_options (void)
{
  with_each_command (check_options);
}

static void
check_columns (const CabCliCommand *command)
{
  g_auto (GStrv) columns = g_strsplit (command->columns != NULL ? command->columns : "", " ", -1);

  for (guint i = 0; columns[i] != NULL; i++)
    g_assert_nonnull (cab_cli_value_get_label (command->kinds[0], columns[i]));
}

/* The columns of a list are fields of its kind. */
static void
test_columns (void)
{
  with_each_command (check_columns);
}

static const struct
{
  const char *arguments;
  guint least;
  guint most;
} counts[] = {
  { NULL, 0, 0 },          { "CLIENT", 1, 1 },         { "[CLIENT]", 0, 1 },
  { "FIELD VALUE", 2, 2 }, { "WORDS…", 1, G_MAXUINT }, { "CLIENT [PURPOSE]…", 1, G_MAXUINT },
};

static void
test_counts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      CabCliCommand command = { .noun = "x", .arguments = counts[i].arguments };
      guint least = 77;
      guint most = 77;

      cab_cli_command_count_arguments (&command, &least, &most);
      g_assert_cmpuint (least, ==, counts[i].least);
      g_assert_cmpuint (most, ==, counts[i].most);
    }
}

static void
check_help (const CabCliCommand *command)
{
  const CabCliNoun *noun = cab_cli_noun_find (command->noun);
  const char *verb = command->verb != NULL ? command->verb : "";
  g_autofree char *manual = cab_cli_manual_dup ();
  g_autofree char *completion = cab_cli_completion_dup ();
  g_autofree char *of_program = cab_cli_help_dup (NULL, NULL);
  g_autofree char *of_noun = cab_cli_help_dup (noun, NULL);
  g_autofree char *of_command = cab_cli_help_dup (noun, command);
  g_autofree char *key = g_strdup_printf ("['%s %s']=", command->noun, verb);
  g_autofree char *heading = g_strdup_printf (
      "cabinet\\-cli%s %s", command->file != CAB_CLI_FILE_NONE ? " \\-p FILE" : "", command->noun);

  g_assert_nonnull (strstr (of_program, command->noun));
  g_assert_nonnull (strstr (of_noun, verb));
  g_assert_nonnull (strstr (of_command, command->summary));
  g_assert_nonnull (strstr (manual, heading));
  g_assert_nonnull (strstr (completion, key));
}

/* Help, synopsis, manual and completion name every command. */
static void
test_help (void)
{
  g_autofree char *manual = cab_cli_manual_dup ();

  g_assert_true (g_str_is_ascii (manual));
  with_each_command (check_help);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/command/rows-are-whole", test_rows);
  g_test_add_func ("/cli/command/options-have-one-meaning", test_options);
  g_test_add_func ("/cli/command/columns-are-fields", test_columns);
  g_test_add_func ("/cli/command/counts-words", test_counts);
  g_test_add_func ("/cli/command/everything-is-in-the-help", test_help);

  return g_test_run ();
}
