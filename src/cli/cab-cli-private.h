/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-cli.h"

G_BEGIN_DECLS

struct _CabCli
{
  /* Owned */
  CabCliArgs *args;
  CabPractice *practice; /* while a command works in it */
  GOutputStream *output;
  GCancellable *cancellable;
  GError *output_error; /* the first failure to write */

  /* State */
  CabVaultSettings settings;
  gboolean has_terminal; /* standard error is one */
  gboolean is_bar_shown;
  guint bar_percent;
};

/** cab_cli_get_test_setting: Returns: (nullable): a variable that only tests set; %NULL in a
 * release */
const char *cab_cli_get_test_setting (const char *name);

/** cab_cli_output_start: opens the streams */
void cab_cli_output_start (CabCli *self);

/** cab_cli_output_finish: Returns: %TRUE when all output was written */
gboolean cab_cli_output_finish (CabCli *self, GError **error);

/** cab_cli_output_report: writes an error, and what to do about it, to standard error */
void cab_cli_output_report (CabCli *self, const GError *error);

G_END_DECLS
