"""Parts of pages: values a template can lay out without thinking."""
