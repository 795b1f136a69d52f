/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-app"

#include "config.h"

#include "cab-recovery-print.h"

#include <glib/gi18n.h>

#include "cab-slip.h"

void
cab_recovery_print (GtkWindow *parent, const CabRecoverySheet *sheet)
{
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;

  g_return_if_fail (sheet != NULL);

  /* Translators: %s names the sheet, such as 7Q2K-9FXC */
  title = g_strdup_printf (_ ("Cabinet Recovery Sheet %s"), sheet->fingerprint);
  facts = g_strdup_printf (
      /* Translators: a file name, its first bytes in hexadecimal, a date, and the last entry of
       * the activity log */
      _ ("Practice file: %1$s\nFile header: %2$s\nMade on: %3$s\nActivity log at: %4$s\n\n"
         "These four lines open the practice without its passphrase. On the lock page choose "
         "“Use Recovery Sheet…”, or run: cabinet-cli -p FILE --recovery client list\n\n"
         "Keep this paper away from the computer. Whoever has it and the file can read it."),
      sheet->file_name, sheet->header, sheet->date, sheet->anchor);
  cab_slip_print (parent, _ ("Print Recovery Sheet"), title, sheet->code, facts);
}
