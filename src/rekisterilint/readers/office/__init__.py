"""Word and LibreOffice files: packages of XML."""
