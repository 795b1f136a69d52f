/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-document.h"

G_BEGIN_DECLS

/**
 * cab_pdf_new:
 * @stream: (nullable): where it goes; %NULL to count pages only
 * @setup: what it begins with; its strings are copied
 *
 * Makes a document that becomes a tagged PDF: headings, bookmarks, embedded
 * fonts, text that can be selected, no hyphenation, "Page x of y" in the foot.
 * Each page goes to the stream when it is full. It claims no conformance to
 * PDF/UA: cairo can give a picture no alternative text, so its sentence and its
 * table follow it.
 *
 * Shape: equal calls give equal bytes with the same cairo and fonts; the only
 * dates are @setup's.
 * Thread: one at a time. Source: bundle.md [B-43], window.md [W-90].
 *
 * Returns: (transfer full): an empty document
 */
CabDocument *
cab_pdf_new (GOutputStream *stream, const CabDocumentSetup *setup) G_GNUC_WARN_UNUSED_RESULT;

/** cab_render_get_drawing: Returns: (transfer none): PDF and SVG, for who may not link cairo */
const CabDrawing *cab_render_get_drawing (void);

G_END_DECLS
