"""A place in a document as writers cite it: footnote, APA, BibTeX, RIS, CSL-JSON, HTML …"""
