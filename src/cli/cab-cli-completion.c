/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-cli"

#include "config.h"

#include "cab-cli-help.h"

#include <string.h>

/* The part that does not depend on the table. Values that name a file complete
 * as files; names of clients never do: that would need the passphrase. */
/* clang-format off */
static const char script[] =
    "_cabinet_cli ()\n"
    "{\n"
    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "  local noun= verb= i\n"
    "  COMPREPLY=()\n"
    "\n"
    "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "    case ${COMP_WORDS[i]} in\n"
    "      -p|--practice|--passphrase-file|--passphrase-fd) i=$((i + 1)) ;;\n"
    "      -*) ;;\n"
    "      *) if [[ -z $noun ]]; then noun=${COMP_WORDS[i]}\n"
    "         elif [[ -z $verb ]]; then verb=${COMP_WORDS[i]}; fi ;;\n"
    "    esac\n"
    "  done\n"
    "  [[ -n $noun && -z ${_cabinet_cli_verbs[$noun]-} ]] && verb=\n"
    "\n"
    "  if [[ $before == -p || \" $_cabinet_cli_files \" == *\" $before \"* ]]; then\n"
    "    compopt -o filenames\n"
    "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
    "    return\n"
    "  fi\n"
    "\n"
    "  local words=${_cabinet_cli_options[$noun $verb]-}\n"
    "  if [[ $word == -* ]]; then\n"
    "    words+=\" $_cabinet_cli_globals\"\n"
    "  elif [[ -z $noun ]]; then\n"
    "    words=$_cabinet_cli_nouns\n"
    "  elif [[ -z $verb ]]; then\n"
    "    words=${_cabinet_cli_verbs[$noun]-}\n"
    "  else\n"
    "    compopt -o filenames\n"
    "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
    "    return\n"
    "  fi\n"
    "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
    "}\n"
    "\n"
    "complete -F _cabinet_cli cabinet-cli\n";
/* clang-format on */

static void
append_nouns (GString *out)
{
  g_string_append (out, "_cabinet_cli_nouns='");
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    g_string_append_printf (out, "%s%s", noun == cab_cli_nouns ? "" : " ", noun->name);
  g_string_append (out, "'\n");
}

static void
append_globals (GString *out)
{
  g_string_append (out, "_cabinet_cli_globals='");
  for (const CabCliOption *option = cab_cli_global_options; option->name != NULL; option++)
    g_string_append_printf (out, "%s--%s", option == cab_cli_global_options ? "" : " ",
                            option->name);
  g_string_append (out, "'\n");
}

static void
append_verbs (GString *out)
{
  g_string_append (out, "declare -gA _cabinet_cli_verbs=(\n");
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      g_string_append_printf (out, "  [%s]='", noun->name);
      for (const CabCliCommand *command = noun->commands; command->noun != NULL; command++)
        {
          if (command->verb != NULL)
            g_string_append_printf (out, " %s", command->verb);
        }
      g_string_append (out, "'\n");
    }
  g_string_append (out, ")\n");
}

/* Adds the options whose value is a file to @files. */
static void
append_options_of (GString *out, GString *files, const CabCliCommand *command)
{
  g_autoptr (GPtrArray) options = cab_cli_command_list_options (command);

  for (guint i = 0; i < options->len; i++)
    {
      const CabCliShownOption *option = g_ptr_array_index (options, i);
      g_autofree char *marked = g_strdup_printf (" --%s ", option->name);

      if (option->is_field && !cab_cli_command_has_field_options (command))
        continue;

      g_string_append_printf (out, " --%s", option->name);
      if ((g_strcmp0 (option->value, "FILE") == 0 || g_strcmp0 (option->value, "FOLDER") == 0
           || g_strcmp0 (option->value, "PATH") == 0)
          && strstr (files->str, marked) == NULL)
        g_string_append_printf (files, "--%s ", option->name);
    }
}

static void
append_options (GString *out)
{
  g_autoptr (GString) files = g_string_new (" --practice --passphrase-file ");

  g_string_append (out, "declare -gA _cabinet_cli_options=(\n");
  for (const CabCliNoun *noun = cab_cli_nouns; noun->name != NULL; noun++)
    {
      for (const CabCliCommand *command = noun->commands; command->noun != NULL; command++)
        {
          g_string_append_printf (out, "  ['%s %s']='", command->noun,
                                  command->verb != NULL ? command->verb : "");
          append_options_of (out, files, command);
          g_string_append (out, "'\n");
        }
    }
  g_string_append_printf (out, ")\n_cabinet_cli_files='%s'\n\n", files->str);
}

char *
cab_cli_completion_dup (void)
{
  g_autoptr (GString) out = g_string_new ("# bash completion for cabinet-cli -*- shell-script -*-\n"
                                          "# Made by cabinet-cli --completion; do not edit.\n\n");

  append_nouns (out);
  append_globals (out);
  append_verbs (out);
  append_options (out);
  g_string_append (out, script);

  return g_string_free_and_steal (g_steal_pointer (&out));
}
