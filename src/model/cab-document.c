/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-model"

#include "config.h"

#include "cab-document.h"

void
cab_document_add_heading (CabDocument *self, guint level, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL && level > 0);

  self->funcs->add_heading (self, level, text);
}

void
cab_document_add_text (CabDocument *self, const char *text, gboolean is_small)
{
  g_return_if_fail (self != NULL && text != NULL);

  self->funcs->add_text (self, text, is_small);
}

void
cab_document_add_field (CabDocument *self, const char *label, const char *value, gboolean is_long)
{
  g_return_if_fail (self != NULL && label != NULL && value != NULL);

  self->funcs->add_field (self, label, value, is_long);
}

void
cab_document_add_chart (CabDocument *self, const CabChartModel *chart)
{
  g_return_if_fail (self != NULL && chart != NULL);

  self->funcs->add_chart (self, chart);
}

gboolean
cab_document_check (CabDocument *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->funcs->check (self, error);
}

gboolean
cab_document_finish (CabDocument *self, guint *n_pages, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->funcs->finish (self, n_pages, error);
}

void
cab_document_free (CabDocument *self)
{
  if (self != NULL)
    self->funcs->free (self);
}
