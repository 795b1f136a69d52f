/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-document.h"
#include "cab-practice.h"

G_BEGIN_DECLS

/* Fills a document and finishes it. */
typedef gboolean (*CabPaperFunc) (CabDocument *document,
                                  gpointer data,
                                  guint *n_pages,
                                  GError **error);

/*
 * Draws a paper of the practice as PDF, on the size of paper that its law has:
 * once to count the pages, once to the stream.
 */
gboolean cab_paper_draw (CabPractice *practice,
                         const char *title,
                         const char *head,
                         CabPaperFunc func,
                         gpointer data,
                         GOutputStream *stream,
                         GError **error);

G_END_DECLS
